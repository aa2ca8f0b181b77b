package org.noteworthy.notes.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property has the words that sentences about rules are made of. */
class VocabularyTest {
    static Stream<Vocabulary.Property> properties() {
        return Vocabulary.types().stream().flatMap(type -> Vocabulary.properties(type).stream());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyYesOrNoIsSaidBothWaysAndEveryValueHasAName(Vocabulary.Property property) {
        assertThat(property.says()).matches("[A-Z{].*[^.]\\.");
        assertThat(property.about()).doesNotContain("{", "}");
        if (property.result().equals("Boolean")) {
            assertThat(property.saysNot())
                    .isNotNull()
                    .matches("[A-Z{].*[^.]\\.")
                    .isNotEqualTo(property.says());
            assertThat(property.says() + property.saysNot()).doesNotContain(": ");
        } else {
            assertThat(property.saysNot()).isNull();
        }
        if (property.result().matches("String|Integer|List")) {
            assertThat(property.says()).matches("(The |\\{The ).*");
        }
    }
}
