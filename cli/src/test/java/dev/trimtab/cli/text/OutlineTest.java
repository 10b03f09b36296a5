package dev.trimtab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.cli.client.Json;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void leavesOfAnObjectStandUnderOneAnother() {
        assertThat(text("{\"traffic-class-id\": \"gold\", \"arp\": 2, \"tag\": [\"a\", \"b\"]}"))
                .isEqualTo("""
                        traffic-class-id  gold
                        arp               2
                        tag               a, b""");
    }

    @Test
    void listOfFlatEntriesIsATableWithAColumnForEachMemberOfAny() {
        assertThat(text("[{\"id\": \"gold\", \"arp\": 2}, {\"id\": \"silver\", \"pdb\": 150}]"))
                .isEqualTo("""
                        ID      ARP  PDB
                        gold    2
                        silver       150""");
    }

    @Test
    void whatIsBelowIsIndentedAfterTheLeaves() {
        assertThat(text("""
                        {"site": [{"site-id": "a", "slice": [{"slice-id": "s", "sst": 1}], "name": "A"}], "top": 1}""")).isEqualTo("""
                        top  1
                        site
                          - site-id  a
                            name     A
                            slice
                              SLICE-ID  SST
                              s         1""");
    }

    @Test
    void leafIsItsValue() {
        assertThat(text("\"gold\"")).isEqualTo("gold");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(text("{\"name\": \"a\\u001b[31mb\\n\"}")).isEqualTo("name  a\\u001b[31mb\\u000a");
    }

    private static String text(String json) {
        return String.join("\n", Outline.lines(Json.parse(json)));
    }
}
