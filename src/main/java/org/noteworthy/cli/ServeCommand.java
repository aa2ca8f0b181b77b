package org.noteworthy.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.failure.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noteworthy serve}: the same checks over HTTP, with rules that may change while it runs. */
@Command(
        name = "serve",
        description = "Checks notes over HTTP. Changes of the rules folder are live within two seconds.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ServeCommand implements Callable<Integer> {
    private static final Pattern UNREADABLE = Pattern.compile(
            "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being converted"
                    + " (?:SRCFG\\d+: )?(.*)",
            Pattern.DOTALL);

    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to serve on; 0 takes any that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_PORT:-8080}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to serve on (default: ${DEFAULT-VALUE}, which only this machine reaches).",
            defaultValue = "${env:NOTEWORTHY_HOST:-127.0.0.1}")
    private String host = "127.0.0.1";

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new UsageException("A port is a number from 0 to 65535, not " + port + ".");
        }
        rules.settings().forEach(System::setProperty);
        System.setProperty("quarkus.http.port", String.valueOf(port));
        System.setProperty("quarkus.http.host", host);
        // The platform would refuse an unreadable address without a word; our own door does it with one.
        System.setProperty("vertx.disableURIValidation", "true");
        // The platform would read the description of the calls at each start and write it anew; it is handed out as it
        // is.
        OpenApiConstants.classLoader = new ClassLoader(null) {};
        AtomicInteger status = new AtomicInteger(Exit.FINE);
        Quarkus.run(null, (code, failure) -> status.set(failure == null ? code : failed(failure)));
        return status.get();
    }

    private int failed(Throwable failure) {
        terminal.say(reason(failure));
        return Exit.UNUSABLE;
    }

    private String reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException known) {
                return known.sentence();
            }
            if (cause instanceof ConfigValidationException wrong && wrong.getProblemCount() > 0) {
                return setting(String.valueOf(wrong.getProblem(0).getMessage()));
            }
            if (cause instanceof BindException) {
                return "Something else serves on port " + port + " already, or " + host
                        + " is not an address of this machine. Name another port with --port, or address with --host.";
            }
        }
        return "The service could not start: " + failure + ".";
    }

    /** What the platform says of a setting that it cannot read, in our words where it says it as expected. */
    private static String setting(String problem) {
        Matcher unreadable = UNREADABLE.matcher(problem);
        return unreadable.find()
                ? "The setting " + unreadable.group(1) + " cannot be \"" + unreadable.group(2) + "\": "
                        + unreadable.group(3) + "."
                : "A setting cannot be used: " + problem + ".";
    }
}
