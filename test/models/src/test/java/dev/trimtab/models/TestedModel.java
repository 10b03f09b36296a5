package dev.trimtab.models;

import dev.trimtab.core.model.LoadedModel;
import java.util.function.Supplier;

/** Models with many constraints of every kind: the project's own, of OpenConfig, and of RFCs. */
enum TestedModel {
    AETHER_20(ModelCatalog::aether20),
    AETHER_21(ModelCatalog::aether21),
    SYSTEM(ModelCatalog::system),
    OC_ACL(() -> ModelCatalog.openconfig("openconfig-acl")),
    OC_VLAN(() -> ModelCatalog.openconfig("openconfig-vlan")),
    OC_QOS(() -> ModelCatalog.openconfig("openconfig-qos")),
    OC_PLATFORM(() -> ModelCatalog.openconfig("openconfig-platform")),
    OC_LACP(() -> ModelCatalog.openconfig("openconfig-lacp")),
    OC_NETWORK_INSTANCE(() -> ModelCatalog.openconfig("openconfig-network-instance")),
    OC_SYSTEM(() -> ModelCatalog.openconfig("openconfig-system")),
    OC_LLDP(() -> ModelCatalog.openconfig("openconfig-lldp")),
    OC_TELEMETRY(() -> ModelCatalog.openconfig("openconfig-telemetry")),
    OC_ROUTING_POLICY(() -> ModelCatalog.openconfig("openconfig-routing-policy")),
    IETF_SYSTEM(() -> ModelCatalog.ietf("ietf-system")),
    IETF_ACCESS_CONTROL_LIST(() -> ModelCatalog.ietf("ietf-access-control-list")),
    IETF_ROUTING(() -> ModelCatalog.ietf("ietf-ipv4-unicast-routing", "ietf-ipv6-unicast-routing", "iana-if-type")),
    IETF_KEY_CHAIN(() -> ModelCatalog.ietf("ietf-key-chain")),
    IETF_SNMP(() -> ModelCatalog.ietf("ietf-snmp")),
    IETF_HARDWARE(() -> ModelCatalog.ietf("ietf-hardware")),
    IETF_KEYSTORE(() -> ModelCatalog.ietf("ietf-keystore")),
    IETF_ALARMS(() -> ModelCatalog.ietf("ietf-alarms")),
    IETF_NAT(() -> ModelCatalog.ietf("ietf-nat")),
    IETF_L2VPN_SVC(() -> ModelCatalog.ietf("ietf-l2vpn-svc")),
    IETF_L3VPN_SVC(() -> ModelCatalog.ietf("ietf-l3vpn-svc")),
    IETF_TE_TOPOLOGY(() -> ModelCatalog.ietf("ietf-te-topology")),
    IETF_ISIS(() -> ModelCatalog.ietf("ietf-isis")),
    IETF_MUD(() -> ModelCatalog.ietf("ietf-mud")),
    IETF_LMAP(() -> ModelCatalog.ietf("ietf-lmap-control"));

    @SuppressWarnings("ImmutableEnumChecker") // the suppliers read files and hold nothing
    private final Supplier<LoadedModel> loading;

    TestedModel(Supplier<LoadedModel> loading) {
        this.loading = loading;
    }

    /** Loads it anew; skips the test where its files are not there. */
    LoadedModel load() {
        return loading.get();
    }
}
