package dev.trimtab.core.model;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ContainerSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraintAware;
import org.opendaylight.yangtools.yang.model.api.LeafListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;

/**
 * A schema as yangtools' trees see it: the same one, but its lists and leaf-lists say nothing about the number of their elements.
 *
 * <p>A tree of yangtools 14.0.23 counts while an edit is built, stops at the first wrong number and cannot be told not to. What it
 * does not know it leaves to validation, which tells every wrong number and everything else. Nodes are wrapped when the tree first
 * asks for them; thread-safe.
 */
final class UncountedSchema {
    private final IdentityHashMap<Object, Object> wrapped = new IdentityHashMap<>();

    private UncountedSchema() {}

    static EffectiveModelContext of(EffectiveModelContext schema) {
        return (EffectiveModelContext) new UncountedSchema().wrap(schema);
    }

    private synchronized Object wrap(Object node) {
        return wrapped.computeIfAbsent(node, this::proxy);
    }

    private Object proxy(Object node) {
        Class<?> seenAs = seenAs(node);
        if (seenAs == null) {
            return node;
        }
        InvocationHandler handler = (_, method, arguments) -> invoke(node, method, arguments);
        return Proxy.newProxyInstance(seenAs.getClassLoader(), new Class<?>[] {seenAs}, handler);
    }

    /** The interface of what may have lists below or is counted itself; null for everything else. */
    private static @Nullable Class<?> seenAs(Object node) {
        return Stream.of(
                        EffectiveModelContext.class,
                        ContainerSchemaNode.class,
                        ListSchemaNode.class,
                        LeafListSchemaNode.class,
                        ChoiceSchemaNode.class,
                        CaseSchemaNode.class)
                .filter(kind -> kind.isInstance(node))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object invoke(Object node, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == ElementCountConstraintAware.class) {
            return Optional.empty();
        }
        try {
            return result(method.invoke(node, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object result(@Nullable Object result) {
        return switch (result) {
            case DataSchemaNode node -> wrap(node);
            case Optional<?> found when found.orElse(null) instanceof DataSchemaNode node -> Optional.of(wrap(node));
            case Collection<?> nodes
            when nodes.stream().anyMatch(DataSchemaNode.class::isInstance) ->
                nodes.stream()
                        .map(each -> each instanceof DataSchemaNode ? wrap(each) : each)
                        .toList();
            case null, default -> result;
        };
    }
}
