package org.noteworthy.playbooks.language;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.RuleCache;

class PlainWordsTest {
    @Test
    void show() throws Exception {
        Library library = Library.open(Path.of("rules"), RuleCache.none());
        for (String v : library.versions()) {
            Tables tables = library.named(v).tables();
            System.out.println("== " + v);
            for (var r : library.named(v).edition().rules()) {
                String text = java.nio.file.Files.readString(Path.of("rules", v, r.file()));
                List<WrittenRule> rules = RuleFile.read(text).rules();
                for (WrittenRule w : rules) {
                    System.out.println(w.name());
                    PlainWords.violatedWhen(w, tables).forEach(x -> System.out.println("   - " + x));
                }
            }
        }
    }
}
