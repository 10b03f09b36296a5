package dev.trimtab.apigen;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.ModelId;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The resources of one model: where the schema's names become the API's names.
 *
 * @param title the model's line for people
 * @param resources in the order of the schema, each before what lies below it
 * @param schemas name of the JSON object that each container or list entry is, in the same order
 */
public record ApiResources(ModelId model, String title, List<Resource> resources, Map<SchemaNode, String> schemas) {
    public ApiResources {
        resources = List.copyOf(resources);
        schemas = Collections.unmodifiableMap(schemas);
    }

    public static ApiResources of(LoadedModel model) {
        return new ResourceBuilder(model).build();
    }

    /** One row of the route table. */
    public record Route(Verb verb, String template, String operation) {
        @Override
        public String toString() {
            return String.format("%-6s %s  %s", verb, template, operation);
        }
    }

    /** Every verb of every resource. */
    public List<Route> routes() {
        return resources.stream()
                .flatMap(resource -> resource.verbs().stream()
                        .map(verb -> new Route(verb, resource.template(), Names.operation(verb, resource))))
                .toList();
    }

    String schema(SchemaNode node) {
        String name = schemas.get(node);
        if (name == null) {
            throw new IllegalStateException(node + " is no object of model " + model);
        }
        return name;
    }
}
