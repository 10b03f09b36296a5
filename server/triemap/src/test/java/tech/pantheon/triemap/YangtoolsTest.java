package tech.pantheon.triemap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.util.MapAdaptor;

/** yangtools is compiled against the library that this stands in for. */
class YangtoolsTest {

    @Test
    void whateverYangtoolsCallsIsHere() {
        List<JavaCall<?>> calls = new ClassFileImporter()
                .importPackages("org.opendaylight.yangtools.util", "tech.pantheon.triemap").stream()
                        .filter(type -> type.getPackageName().startsWith("org.opendaylight"))
                        .<JavaCall<?>>flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getPackageName().equals("tech.pantheon.triemap"))
                        .toList();
        assertThat(calls)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.getTarget().resolveMember())
                        .as(call.getDescription())
                        .isPresent());
    }

    @Test
    void aLongListOfYangtoolsKeepsItsChildrenHere() {
        MapAdaptor adaptor = MapAdaptor.getDefaultInstance();
        Map<Integer, Integer> before = adaptor.initialSnapshot(1000);
        for (int i = 0; i < 1000; i++) {
            before.put(i, i);
        }
        Map<Integer, Integer> sealed = adaptor.optimize(before);
        Map<Integer, Integer> next = adaptor.takeSnapshot(sealed);
        next.put(7, 70);
        next.remove(8);
        Map<Integer, Integer> after = adaptor.optimize(next);
        assertThat(sealed).hasSize(1000).containsEntry(7, 7).containsEntry(8, 8);
        assertThat(after).hasSize(999).containsEntry(7, 70).doesNotContainKey(8);
    }
}
