package dev.trimtab.core.model;

import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.AbstractAnyxmlNode;

/** An {@code anyxml} whose content is JSON of any kind (RFC 7951 section 5.6); yangtools itself makes them of XML only. */
final class AnyxmlText extends AbstractAnyxmlNode<String> {
    private final NodeIdentifier name;
    private final String json;

    AnyxmlText(NodeIdentifier name, String json) {
        this.name = name;
        this.json = json;
    }

    @Override
    public NodeIdentifier name() {
        return name;
    }

    @Override
    public Class<String> bodyObjectModel() {
        return String.class;
    }

    @Override
    protected String value() {
        return json;
    }

    @Override
    protected String wrappedValue() {
        return json;
    }
}
