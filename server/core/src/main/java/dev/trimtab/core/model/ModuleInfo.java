package dev.trimtab.core.model;

/**
 * One implemented module, as gNMI's Capabilities lists it.
 *
 * @param name the module's name
 * @param namespace its XML namespace
 * @param organization what it says of its author; empty if nothing
 * @param revision its newest revision date; empty if it has none
 * @param version {@code oc-ext:openconfig-version} where the module has one, else the revision
 */
public record ModuleInfo(String name, String namespace, String organization, String revision, String version) {}
