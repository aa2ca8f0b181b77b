package org.noteworthy.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.CallTable;

/**
 * Completes the description of the calls while the service is built: adds what holds for all of them alike and would
 * otherwise stand at each, and puts all of it in one order.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescriptionFilter implements OASFilter {
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String JSON = "application/json";

    private final IndexView index;
    private final Examples examples = new Examples();

    /** Completes what was found in these classes. */
    public DescriptionFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        closeRecords(schemas);
        document.getComponents().setSchemas(schemas);
        Map<String, APIResponse> shared = new TreeMap<>(document.getComponents().getResponses());
        shared.forEach((name, response) -> complete(name, response));
        document.getComponents().setResponses(shared);
        Map<String, PathItem> paths = new TreeMap<>(document.getPaths().getPathItems());
        paths.forEach((path, item) ->
                item.getOperations().values().forEach(operation -> complete(operation, path.startsWith("/v1"))));
        document.getPaths().setPathItems(paths);
    }

    /** What is not nullable in a record is always there, and there is nothing beside it. */
    private void closeRecords(Map<String, Schema> schemas) {
        for (AnnotationInstance annotation : index.getAnnotations(SCHEMA)) {
            if (annotation.target().kind() != AnnotationTarget.Kind.CLASS) {
                continue;
            }
            ClassInfo record = annotation.target().asClass();
            Schema schema = schemas.get(record.simpleName());
            if (record.isRecord() && schema != null) {
                List<String> required = schema.getProperties().keySet().stream()
                        .filter(name -> !record.recordComponent(name).type().hasAnnotation(NULLABLE))
                        .toList();
                schema.setRequired(required.isEmpty() ? null : required);
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        }
    }

    private void complete(Operation operation, boolean ours) {
        APIResponses responses = operation.getResponses();
        if (ours || !CallTable.isOpen(operation.getOperationId())) {
            addIfAbsent(responses, "401", "NotSignedIn");
            addIfAbsent(responses, "403", "Forbidden");
            addIfAbsent(responses, "429", "TooManyFailures");
        }
        if (ours) {
            addIfAbsent(responses, "400", "UnknownParameter");
            addIfAbsent(responses, "421", "UnknownHost");
            if (operation.getRequestBody() != null) {
                addIfAbsent(responses, "415", "UnsupportedMediaType");
            }
            if (answersInJson(responses)) {
                addIfAbsent(responses, "406", "NotAcceptable");
            }
        }
        Map<String, APIResponse> all = new TreeMap<>(responses.getAPIResponses());
        all.forEach((status, response) -> {
            if (response.getRef() == null) {
                complete(operation.getOperationId() + "/" + status, response);
            }
        });
        responses.setAPIResponses(all);
        if (operation.getRequestBody() != null) {
            examples.addTo(
                    operation.getOperationId() + "/request",
                    operation.getRequestBody().getContent());
        }
    }

    private static void addIfAbsent(APIResponses responses, String status, String shared) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(shared));
        }
    }

    private static boolean answersInJson(APIResponses responses) {
        return responses.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .anyMatch(content -> content != null && content.hasMediaType(JSON));
    }

    /** What has no content of its own is a problem; the platform's refusals, and what is as it was, have none at all. */
    private void complete(String name, APIResponse response) {
        if (name.equals("Platform") || name.equals("NotModified")) {
            return;
        }
        if (response.getContent() == null) {
            MediaType problem = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("Problem"));
            response.setContent(OASFactory.createContent().addMediaType("application/problem+json", problem));
        }
        examples.addTo(name, response.getContent());
    }
}
