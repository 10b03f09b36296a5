package dev.trimtab.core.model;

import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/**
 * Says which nodes of a tree exist although nobody wrote them: a default, or a container without presence, is there unless a
 * {@code when} of it is not true. Source: RFC 7950 sections 7.6.1 and 7.21.5.
 *
 * <p>Made for one tree and one thread. Choices are not asked about here: their cases can be seen in the tree.
 */
public interface Existence {
    /** Only what is stored exists. */
    Existence STORED = new Existence() {
        @Override
        public boolean isConditional(SchemaNode schema) {
            return true;
        }

        @Override
        public boolean allows(YangInstanceIdentifier parent, SchemaNode child) {
            return false;
        }
    };

    /** Every default is in use: for trees whose model has no conditions on them. */
    Existence UNCONDITIONAL = new Existence() {
        @Override
        public boolean isConditional(SchemaNode schema) {
            return false;
        }

        @Override
        public boolean allows(YangInstanceIdentifier parent, SchemaNode child) {
            return true;
        }
    };

    /** Whether {@link #allows} has to be asked about {@code schema} or something below it; of all others the answer is yes. */
    boolean isConditional(SchemaNode schema);

    /**
     * Whether {@code child} exists by default.
     *
     * @param parent an instance that exists
     * @param child one of its children, of which nothing is stored
     */
    boolean allows(YangInstanceIdentifier parent, SchemaNode child);
}
