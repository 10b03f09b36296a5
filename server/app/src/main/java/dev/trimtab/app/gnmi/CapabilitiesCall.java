package dev.trimtab.app.gnmi;

import dev.trimtab.core.model.ModuleInfo;
import dev.trimtab.core.target.Models;
import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.CapabilityResponse;
import dev.trimtab.proto.gnmi.GnmiProto;
import dev.trimtab.proto.gnmi.ModelData;
import java.util.LinkedHashSet;
import java.util.Set;

/** Capabilities: the implemented modules of every model that is served at the moment, each once. Needs no target. */
final class CapabilitiesCall {
    private final Models models;

    CapabilitiesCall(Models models) {
        this.models = models;
    }

    CapabilityResponse answer(CapabilityRequest request) {
        Extensions.checkCapabilities(request.getExtensionList());
        Set<ModelData> modules = new LinkedHashSet<>();
        models.all().forEach(served -> served.model().modules().forEach(module -> modules.add(data(module))));
        return CapabilityResponse.newBuilder()
                .addAllSupportedModels(modules)
                .addAllSupportedEncodings(ValueEncoding.SUPPORTED)
                .setGNMIVersion(GnmiProto.getDescriptor().getOptions().getExtension(GnmiProto.gnmiService))
                .build();
    }

    private static ModelData data(ModuleInfo module) {
        return ModelData.newBuilder()
                .setName(module.name())
                .setOrganization(module.organization())
                .setVersion(module.version())
                .build();
    }
}
