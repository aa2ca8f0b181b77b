/**
 * The description of the calls, as it is made when the service is built: what it says of them all stands here, what it
 * says of one at its method, what an answer holds at its record. Start reading at
 * {@link org.noteworthy.api.openapi.DescriptionFilter}, which puts it together.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Noteworthy",
                        version = "1",
                        summary = "Checks engagement notes against the playbook that governs them.",
                        description = """
            Hand in a note as it was written, or many, or a whole engagement; get back what the playbook's edition says to it:
            which rule is broken, where, why, and what to type instead. A check that was carried out is answered with `200`,
            whatever its verdict.

            **Limits** (whoever runs the service may set others): the text of a note, and any other value of a record, has at
            most 64 KiB of UTF-8. A body, or a record within a batch, has at most 8 MiB, and comes within 30 seconds. An engagement
            has at most 5,000 notes, and as many interactions. A batch as a whole has no limit.

            **Batches** are read and answered at the same time: each report is sent as soon as it is there, so read while you
            write. While you do not read, the service does not read either, and your writing comes to a halt. At most 64 batches
            are under way at once.

            **Files** come as a whole before they are checked, 32 MiB at most, and are answered as they are checked. At most 4 are
            under way at once, each for up to five minutes.

            **Nothing is passed over in silence.** A parameter that a call does not have is refused with `400`, a field that a
            record does not have with `422`; both name the nearest one that there is. A field that is null counts as absent, and
            what is absent is unknown, never false.

            **Problems** are answered as RFC 9457 has it, in `application/problem+json`. Beside those that each call lists: `404`
            for an address of nothing, `405` for another method, with those that it takes in `Allow`, and `500` for a fault of the
            service, with a number by which its operator finds it in the log. `400` for an address or a host that cannot be read,
            `403` for a change that a page of another origin sends, `408` for a body that comes too slowly, `414` and `431` for an
            address or headers that are too long, `421` for a host name that is not the service's own, and `503`, with `Retry-After`, where calls hold all the memory that there is for them.
            What is no HTTP at all is answered by the platform, and has no body.

            **The same note and the same digest give the same bytes**, on any machine and at any time.
            """),
        servers = @Server(url = "/", description = """
                        The service that hands out this description, under whatever name and port it was reached."""),
        tags = {
            @Tag(name = "check", description = "Judge notes."),
            @Tag(name = "playbooks", description = "Look into the editions of the playbook, which judge the notes."),
            @Tag(name = "drafts", description = "Change the policy, have it reviewed, and put it in force."),
            @Tag(name = "record", description = "Ask the audit log, and look after it."),
            @Tag(name = "access", description = "Sign in, and see who may do what."),
            @Tag(name = "service", description = "Look after the service.")
        },
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Version", description = """
                                    The version of an edition, which is its first day and the name of its folder.""", type = SchemaType.STRING),
                            @Schema(
                                    name = "Digest",
                                    description = """
                                    What an edition is, as SHA-256 over all that judges. The same digest gives the \
                                    same report of the same note.""",
                                    type = SchemaType.STRING,
                                    pattern = "^sha256:[0-9a-f]{64}$"),
                            @Schema(
                                    name = "Hash",
                                    description = """
                                    A SHA-256. That of a decision is over its line up to the field hash, and stands \
                                    in the next one as previous; that of a record is over its normal form before \
                                    anything was masked.""",
                                    type = SchemaType.STRING,
                                    pattern = "^[0-9a-f]{64}$"),
                            @Schema(
                                    name = "Count",
                                    description = "How many.",
                                    type = SchemaType.INTEGER,
                                    format = "int32",
                                    minimum = "0"),
                            @Schema(
                                    name = "LongCount",
                                    description = """
                                    How many decisions (judged; compliant; concerned, which found any violation), or \
                                    violations.""",
                                    type = SchemaType.INTEGER,
                                    format = "int64",
                                    minimum = "0")
                        },
                        parameters = {
                            @Parameter(
                                    name = "playbook",
                                    in = ParameterIn.QUERY,
                                    description = """
                                    The version of the edition that shall judge, whenever a note was written.""",
                                    schema = @Schema(ref = "Version"),
                                    example = "2020-03-25"),
                            @Parameter(
                                    name = "format",
                                    in = ParameterIn.QUERY,
                                    description = """
                                    The form of the report, as a file of that kind.""",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"ndjson", "json", "csv", "sarif", "junit", "text"},
                                                    defaultValue = "ndjson")),
                            @Parameter(
                                    name = "waivers",
                                    in = ParameterIn.QUERY,
                                    description = """
                                    With false, every violation counts, whatever waivers.csv says.""",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"true", "false"},
                                                    defaultValue = "true")),
                            @Parameter(
                                    name = "version",
                                    in = ParameterIn.PATH,
                                    description = "The version of an edition.",
                                    required = true,
                                    schema = @Schema(ref = "Version"),
                                    example = "2020-03-25"),
                            @Parameter(
                                    name = "draft",
                                    in = ParameterIn.PATH,
                                    description = "The name of a draft.",
                                    required = true,
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "shorter-status"),
                            @Parameter(
                                    name = "Noteworthy-Caller",
                                    in = ParameterIn.HEADER,
                                    description = """
                                    Who calls, in up to 200 characters; stands in the record with each decision. By \
                                    default the address that calls.""",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "portal")
                        },
                        headers = {
                            @Header(name = "Decision", description = """
                                    Id of the decision in the record; of an engagement, that of the engagement as a \
                                    whole. The word dropped where there was no room for it, and no header where \
                                    nothing is recorded.""", schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "RetryAfter",
                                    description = "Seconds after which it is worth another try.",
                                    schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                        },
                        responses = {
                            @APIResponse(name = "NotModified", description = """
                                    If-None-Match names the ETag of this answer: it is as it was."""),
                            @APIResponse(name = "UnknownParameter", description = "There is no such parameter."),
                            @APIResponse(
                                    name = "NotSignedIn",
                                    description = """
                                    Nobody is known to make the call, or what it was signed in with is not taken; only \
                                    where access control is on. Which of the reasons it was, the log of the service \
                                    tells.""",
                                    headers =
                                            @Header(
                                                    name = "WWW-Authenticate",
                                                    description = "How to sign in.",
                                                    schema = @Schema(type = SchemaType.STRING))),
                            @APIResponse(name = "Forbidden", description = """
                                    Whoever makes the call lacks the role that it takes, or a page of another origin \
                                    has made a browser send it."""),
                            @APIResponse(
                                    name = "UnknownHost",
                                    description = "The service is not known by the host name of the call."),
                            @APIResponse(
                                    name = "TooManyFailures",
                                    description = "Too many calls from this address could not be signed in.",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter")),
                            @APIResponse(name = "Malformed", description = """
                                    The body is not JSON, or not UTF-8, or ends too early; or a parameter is not one \
                                    that the call takes."""),
                            @APIResponse(name = "UnknownPlaybook", description = "There is no such edition."),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description = "Accept asks for a form in which the call does not answer."),
                            @APIResponse(name = "BadQuestion", description = """
                                    The question cannot be asked so: a parameter that there is not, a value that it \
                                    does not take, a time that ends before it begins, or a cursor of another \
                                    question."""),
                            @APIResponse(name = "NothingRecorded", description = "This service records nothing."),
                            @APIResponse(name = "UnknownDraft", description = "There is no such draft."),
                            @APIResponse(name = "DraftClosed", description = """
                                    The draft is published or discarded, or is being published, and cannot be changed."""),
                            @APIResponse(name = "DraftNotSo", description = """
                                    The draft is not in a state in which that can be done, or not as it was seen."""),
                            @APIResponse(name = "StateNotNamed", description = """
                                    The call does not say which state of the file it changes. Send If-Match, or \
                                    If-None-Match for a new file."""),
                            @APIResponse(
                                    name = "DraftsUnavailable",
                                    description = """
                                    The drafts, the rules folder or the audit log cannot be read or written.""",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter")),
                            @APIResponse(
                                    name = "UnknownReplay",
                                    description = "There is no such replay, or not any more."),
                            @APIResponse(
                                    name = "RecordUnreadable",
                                    description = """
                                    The audit log cannot be reached or read, or too many downloads run at once.""",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter")),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description =
                                            "Content-Type names a form that the call does not take, or is missing."),
                            @APIResponse(
                                    name = "NoPlaybookInForce",
                                    description = """
                                    No edition was in force on the day, the one that shall judge cannot be used, or \
                                    the decision cannot be recorded and is therefore not told.""",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter")),
                            @APIResponse(name = "PlaybookRefused", description = """
                                    The edition is refused, so there is nothing to be read in it. Ask for the \
                                    edition itself for the reasons.""")
                        }))
@NullMarked
package org.noteworthy.api.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
