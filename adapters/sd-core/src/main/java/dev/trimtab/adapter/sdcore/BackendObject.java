package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object that a core or a user plane is to hold.
 *
 * @param body as the backend takes it; not changed once it is here
 */
public record BackendObject(ObjectKey key, ObjectNode body) {}
