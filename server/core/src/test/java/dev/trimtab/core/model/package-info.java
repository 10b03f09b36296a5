@org.jspecify.annotations.NullMarked
package dev.trimtab.core.model;
