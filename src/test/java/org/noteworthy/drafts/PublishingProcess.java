package org.noteworthy.drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.playbooks.edition.EditionFiles;

/** A process of its own that ends what another one has broken off, says what is wrong then, and goes on publishing. */
final class PublishingProcess {
    static final String RECOVERED = "recovered";
    static final String DONE = "done";
    static final String OTHER = "2031-01-01";
    private static final int HALTED = 7;

    private final DraftPlace place;
    private int number;

    private PublishingProcess(DraftPlace place) {
        this.place = place;
        place.policy = new ReviewPolicy(0, true, null);
        number = place.drafts.all().drafts().size();
    }

    /** Takes the folder, and either a seed, to publish until it is killed, or a kind of publication and where to halt. */
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        boolean loops = args.length == 2;
        RulesFolder.KillPoint steps = step -> {
            if (loops) {
                System.out.println(step);
            } else if (step.equals(args[2])) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
        try (DraftPlace place = DraftPlace.again(folder, steps)) {
            PublishingProcess process = new PublishingProcess(place);
            if (!loops) {
                process.publish(args[1]);
                System.out.println(DONE);
                return;
            }
            place.publisher.recover();
            LeftBehind.faults(place).forEach(System.out::println);
            System.out.println(RECOVERED);
            Random random = new Random(Long.parseLong(args[1]));
            List<String> kinds = List.of("edition", "edition", "edition", "rollback", "rollback", "other", "waivers");
            while (true) {
                process.publish(kinds.get(random.nextInt(kinds.size())));
            }
        }
    }

    private void publish(String kind) {
        switch (kind) {
            case "edition" -> {
                String name = name();
                place.drafts.create(name, name, DraftPlace.EDITION, null, DraftPlace.ANN);
                change(name);
                put(name);
            }
            case "rollback" -> rollBack(DraftPlace.EDITION);
            case "other" -> {
                if (place.drafts.now(OTHER).isPresent()) {
                    place.rollbacks.rollBack(OTHER, null, "why", DraftPlace.ANN);
                } else {
                    String name = name();
                    place.drafts.create(name, name, DraftPlace.EDITION, LocalDate.parse(OTHER), DraftPlace.ANN);
                    put(name);
                }
            }
            case "waivers" -> {
                if (place.drafts.now(Draft.WAIVERS).orElseThrow().isEmpty()) {
                    String name = name();
                    place.drafts.create(name, name, Draft.WAIVERS, null, DraftPlace.ANN);
                    place.put(
                            name,
                            Draft.WAIVERS,
                            "rule,author,justification,owner,from,until\nstatus-brief,ann,Change " + number
                                    + ",bob,2020-01-01,2020-12-31\n",
                            DraftPlace.ANN);
                    put(name);
                } else {
                    place.rollbacks.rollBack(Draft.WAIVERS, null, "why", DraftPlace.ANN);
                }
            }
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private String name() {
        number++;
        return "change-" + number;
    }

    private void change(String name) {
        Draft draft = place.drafts.find(name);
        String settings = new String(place.drafts.file(draft, EditionFiles.SETTINGS), StandardCharsets.UTF_8);
        String rule = new String(place.drafts.file(draft, LeftBehind.RULE), StandardCharsets.UTF_8);
        place.put(name, EditionFiles.SETTINGS, LeftBehind.settings(settings, number), DraftPlace.ANN);
        place.put(name, LeftBehind.RULE, LeftBehind.rule(rule, number), DraftPlace.ANN);
    }

    private void put(String name) {
        place.reviews.submit(name, null, "why", DraftPlace.ANN);
        place.publisher.publish(name, "why", null, DraftPlace.ANN);
    }

    private void rollBack(String edition) {
        PolicyChanges log = new PolicyChanges(place.audit().orElseThrow(), place.key());
        log.all(edition, 1, null).stream()
                .map(last -> last.change().fromDigest())
                .filter(digest -> digest != null)
                .forEach(digest -> place.rollbacks.rollBack(edition, digest, "why", DraftPlace.ANN));
    }
}
