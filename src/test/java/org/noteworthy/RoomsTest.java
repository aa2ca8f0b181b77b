package org.noteworthy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The line of rooms: each knows only those to its left, and only the libraries that are its business. */
class RoomsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.noteworthy");
    private static final String[] PLATFORM = {"java..", "javax..", "org.jspecify.."};
    private static final String[] ENGINE = {"org.kie..", "org.drools..", "org.antlr.."};

    @Test
    void notesKnowNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("org.noteworthy.notes..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLATFORM).or(resideInAnyPackage("org.noteworthy.notes..")))
                .because("a library user can read notes into facts without any engine or file")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.notes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .because("reading a note is no input or output")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.noteworthy.notes..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.text..", "java.time.format..")
                        .and(not(nameStartingWith("java.text.Normalizer"))))
                .because("the words that a note is read by are those of the edition, and not of the platform")
                .check(PRODUCT);
    }

    @Test
    void playbooksKnowNotesAndTheEngineAndTheirFileFormats() {
        classes()
                .that()
                .resideInAPackage("org.noteworthy.playbooks..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLATFORM)
                        .or(resideInAnyPackage(ENGINE))
                        .or(resideInAnyPackage("de.siegmar.fastcsv..", "org.snakeyaml.engine..", "com.google.re2j.."))
                        .or(resideInAnyPackage("org.noteworthy.notes..", "org.noteworthy.playbooks..")))
                .because("an edition is read and compiled before anybody judges by it")
                .check(PRODUCT);
    }

    @Test
    void checkingKnowsNotesAndPlaybooks() {
        classes()
                .that()
                .resideInAPackage("org.noteworthy.checking..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLATFORM)
                        .or(resideInAnyPackage("org.kie.."))
                        .or(resideInAnyPackage("com.fasterxml.jackson.core..", "de.siegmar.fastcsv.."))
                        .or(resideInAnyPackage(
                                "org.noteworthy.notes..", "org.noteworthy.playbooks..", "org.noteworthy.checking..")))
                .because("service, command line and data-parallel jobs judge by the same plain Java")
                .check(PRODUCT);
    }

    @Test
    void auditKnowsWhatWasJudgedAndItsDatabase() {
        classes()
                .that()
                .resideInAPackage("org.noteworthy.audit..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLATFORM)
                        .or(resideInAnyPackage(
                                "org.h2.jdbcx..",
                                "org.h2.mvstore..", // by which a file that went back to before its beginning is noticed
                                "org.postgresql.ds..",
                                "org.flywaydb.core..",
                                "net.jpountz.lz4..",
                                "com.fasterxml.uuid..",
                                "com.fasterxml.jackson.core..",
                                "com.google.re2j..",
                                "de.siegmar.fastcsv..",
                                "org.apache.poi.."))
                        .or(resideInAnyPackage(
                                "org.noteworthy.notes..",
                                "org.noteworthy.playbooks..",
                                "org.noteworthy.checking..",
                                "org.noteworthy.audit..")))
                .because("service and command line record by the same plain Java")
                .check(PRODUCT);
    }

    @Test
    void roomsFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching("org.noteworthy.(**)")
                .should()
                .beFreeOfCycles()
                .because("a note walks one road and never turns back")
                .check(PRODUCT);
    }
}
