package dev.trimtab.model;

/**
 * Text of one YANG module or submodule.
 *
 * @param fileName {@code name.yang} or {@code name@revision.yang}; errors of the loader name it
 * @param text the file's content
 * @param implemented whether the model implements the module; otherwise it is there for others to import from (RFC 7950
 *     section 5.6.5)
 */
public record YangSource(String fileName, String text, boolean implemented) {
    public YangSource {
        if (!fileName.endsWith(".yang")) {
            throw new IllegalArgumentException("'" + fileName + "' does not end in .yang");
        }
    }
}
