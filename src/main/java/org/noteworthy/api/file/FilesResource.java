package org.noteworthy.api.file;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.noteworthy.api.Answers;
import org.noteworthy.api.Caller;
import org.noteworthy.api.PlaybookService;
import org.noteworthy.api.answer.TableColumns;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.input.NoteInput;
import org.noteworthy.input.file.NoteInputs;
import org.noteworthy.input.text.DecodedReader;
import org.noteworthy.report.FormatName;

/** The calls that take files as they are, and folders of them. */
@Tag(name = "check")
@Path("/v1/check")
public class FilesResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String FOLDER = "notes";

    private final PlaybookService playbooks;
    private final FileChecks checks;
    private final SentFiles files;

    FilesResource(PlaybookService playbooks, FileChecks checks) {
        this.playbooks = playbooks;
        this.checks = checks;
        files = new SentFiles(playbooks);
    }

    /** A file in; the report on its notes out, in the form that was asked for. */
    @POST
    @Path("/file")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Check a file", description = """
            A file in, as people have it: a table, a workbook, notes in JSON, or a note in a text; the report on it out, \
            in the form that was asked for, byte for byte as noteworthy check writes it. A row or an entry that cannot be \
            judged is told in its place, and the rest goes on. In NDJSON, reports are sent as soon as they are there.""")
    @RequestBody(
            required = true,
            description = "The file, 32 MiB at most.",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The report, as a file of the form that was asked for.",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "One Report, or what stands in its place (Unjudged), a line.")),
                @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "400",
            description = "The file cannot be read, or is not what its name says; or a parameter is wrong.")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "413", description = "The file is over its limit.")
    @APIResponse(
            responseCode = "503",
            description = "As many files as may be are under way, or the edition that was named cannot be used.")
    public Response checkFile(
            InputStream body,
            @BeanParam HowToRead reading,
            @Parameter(ref = "format") @QueryParam("format") @Nullable String format,
            @Parameter(ref = "playbook") @QueryParam("playbook") @Nullable String playbook,
            @Parameter(ref = "Noteworthy-Caller") @HeaderParam(Caller.HEADER) @Nullable String caller,
            @Parameter(ref = "waivers") @QueryParam("waivers") @Nullable String waivers,
            @Context RoutingContext call)
            throws IOException {
        FormatName form = SentFiles.format(format);
        String name = reading.checkedName();
        Reviewer reviewer = playbooks.reviewer(playbook, waivers);
        NoteInputs inputs = files.inputs(reading, reviewer.library(), playbook);
        Caller who = Caller.of(caller, call);
        FileVisit visit = checks.begin(call);
        try {
            java.nio.file.Path file = visit.take(body);
            NoteInput input = SentFiles.readable(() -> inputs.open(name, file));
            visit.untilTheEnd(input::close);
            Iterator<Supplier<NoteInput>> only =
                    List.<Supplier<NoteInput>>of(() -> input).iterator();
            return answer(visit, only, checks.run(reviewer, counted(waivers), who, visit), form, name);
        } catch (IOException | RuntimeException | Error e) {
            visit.close();
            throw e;
        }
    }

    /** A folder of files in, one a line; the report on all of them out. */
    @POST
    @Path("/files")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Check a folder of files", description = """
            Texts in, one a line, each with the name of its file: notes in .md and .txt, and any other file of text; the \
            report on them out, in the form that was asked for, byte for byte as noteworthy check writes it for these \
            files. What cannot be read is told in its place, and the rest goes on.""")
    @RequestBody(
            required = true,
            description = "The files, in UTF-8, 32 MiB at most.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description = "{\"name\": \"april/a.md\", \"text\": \"[EXO] …\"} a line.")))
    @APIResponse(
            responseCode = "200",
            description = "The report, as a file of the form that was asked for.",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "One Report, or what stands in its place (Unjudged), a line.")),
                @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "A parameter is wrong.")
    @APIResponse(responseCode = "404", ref = "UnknownPlaybook")
    @APIResponse(responseCode = "413", description = "The files are over the limit.")
    @APIResponse(
            responseCode = "503",
            description = "As many files as may be are under way, or the edition that was named cannot be used.")
    public Response checkFiles(
            InputStream body,
            @Parameter(ref = "format") @QueryParam("format") @Nullable String format,
            @Parameter(ref = "playbook") @QueryParam("playbook") @Nullable String playbook,
            @Parameter(ref = "Noteworthy-Caller") @HeaderParam(Caller.HEADER) @Nullable String caller,
            @Parameter(ref = "waivers") @QueryParam("waivers") @Nullable String waivers,
            @Context RoutingContext call)
            throws IOException {
        FormatName form = SentFiles.format(format);
        Reviewer reviewer = playbooks.reviewer(playbook, waivers);
        NoteInputs inputs = files.inputs(reviewer.library(), playbook);
        Caller who = Caller.of(caller, call);
        FileVisit visit = checks.begin(call);
        try {
            DecodedReader reader = SentFiles.reader(visit.take(body));
            visit.untilTheEnd(() -> SentFiles.close(reader));
            SentFolder folder = new SentFolder(reader, files.longestLine(), inputs);
            return answer(visit, folder, checks.run(reviewer, counted(waivers), who, visit), form, FOLDER);
        } catch (IOException | RuntimeException | Error e) {
            visit.close();
            throw e;
        }
    }

    private static boolean counted(@Nullable String waivers) {
        return !"false".equals(waivers);
    }

    private static Response answer(
            FileVisit visit, Iterator<Supplier<NoteInput>> inputs, FileRun run, FormatName form, String name) {
        StreamingOutput report = out -> {
            visit.answers();
            try (visit;
                    SentNotes notes = new SentNotes(inputs, visit.lasting())) {
                run.write(form, name, notes, out);
            }
        };
        return Response.ok(report, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, SentName.disposition(name, form.extension()))
                .build();
    }

    /** The beginning of a file, so that people can say which column holds what. */
    @POST
    @Path("/file/columns")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read the columns of a file", description = """
            Which column of a table holds which field of notes, which hold none, which fields have no column, and the \
            first rows; so that people can say in the parameter map what the names of the columns do not. Nothing is \
            checked, and nothing is recorded. What cannot be checked as it is gets an answer, too, which says why.""")
    @RequestBody(
            required = true,
            description = "The file, 32 MiB at most. Of a text, its beginning is enough.",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The columns.",
            content = @Content(schema = @Schema(ref = "TableColumns")))
    @APIResponse(
            responseCode = "400",
            description = "The file cannot be read, or is not what its name says; or a parameter is wrong.")
    @APIResponse(responseCode = "413", description = "The file is over its limit.")
    @APIResponse(responseCode = "503", description = "As many files as may be are under way.")
    public Response readColumns(InputStream body, @BeanParam HowToRead reading, @Context RoutingContext call)
            throws IOException {
        String name = reading.checkedName();
        NoteInputs inputs = files.inputs(reading, playbooks.library(), null);
        try (FileVisit visit = checks.begin(call)) {
            java.nio.file.Path file = visit.take(body);
            return Answers.ok(SentFiles.readable(() -> inputs.head(name, file))
                    .map(TableColumns::of)
                    .orElseGet(TableColumns::none));
        }
    }
}
