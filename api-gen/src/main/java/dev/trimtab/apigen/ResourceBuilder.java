package dev.trimtab.apigen;

import dev.trimtab.apigen.Resource.Kind;
import dev.trimtab.apigen.Resource.Parameter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks a model's schema once and notes a resource for each node. */
final class ResourceBuilder {
    private static final Parameter TARGET = new Parameter("target", null);

    private final LoadedModel model;
    private final Names names = new Names();
    private final List<Resource> resources = new ArrayList<>();
    private final Map<SchemaNode, String> schemas = new LinkedHashMap<>();

    ResourceBuilder(LoadedModel model) {
        this.model = model;
    }

    ApiResources build() {
        String base = "/" + model.id().name() + "/" + model.id().pathVersion() + "/{target}";
        visit(model.root(), base, List.of(TARGET));
        return new ApiResources(model.id(), model.title(), resources, schemas);
    }

    private void visit(SchemaNode node, String url, List<Parameter> parameters) {
        if (node.kind() == SchemaNode.Kind.LIST) {
            visitList(node, url, parameters);
            return;
        }
        String name = names.type(node, model.id().name(), "");
        if (node.kind() == SchemaNode.Kind.CONTAINER || node.kind() == SchemaNode.Kind.ROOT) {
            schemas.put(node, name);
        }
        resources.add(new Resource(Resource.kind(node, false), node, url, parameters, name));
        visitChildren(node, url, parameters);
    }

    private void visitList(SchemaNode list, String url, List<Parameter> parameters) {
        String entry = names.type(list, model.id().name(), "");
        schemas.put(list, entry);
        String whole = names.type(list, model.id().name(), "List");
        resources.add(new Resource(Kind.LIST, list, url, parameters, whole));
        if (list.keys().isEmpty()) {
            return; // state without keys: its entries have no names
        }
        List<Parameter> longer = new ArrayList<>(parameters);
        var entryUrl = new StringBuilder(url);
        for (SchemaNode key : list.keyNodes()) {
            String name = Names.parameter(
                    list, key, longer.stream().map(Parameter::name).toList());
            longer.add(new Parameter(name, key));
            entryUrl.append("/{").append(name).append('}');
        }
        resources.add(new Resource(Kind.ENTRY, list, entryUrl.toString(), longer, entry));
        visitChildren(list, entryUrl.toString(), longer);
    }

    private void visitChildren(SchemaNode node, String url, List<Parameter> parameters) {
        for (SchemaNode child : node.children()) {
            visit(child, url + "/" + child.path().elements().getLast().name(), parameters);
        }
    }
}
