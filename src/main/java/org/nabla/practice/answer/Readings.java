package org.nabla.practice.answer;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.speech.SpeechWriter;

/** Reads text in the letters of an answer, for what a page says of it; nothing is judged here. */
final class Readings {
    private Readings() {}

    static Optional<Expression> of(String text, AnswerSpec answer) {
        var letters = new LinkedHashMap<String, Domain>();
        answer.variables().keySet().forEach(name -> letters.put(name, Domain.REAL));
        var vocabulary =
                Vocabulary.of(letters).withUnitVectors().withArbitraryConstant().withFreeParameter();
        return ExpressionParser.parse(text, vocabulary).tree();
    }

    /** In words, for those who listen; empty where the text cannot be read. */
    static String words(String text, AnswerSpec answer) {
        return of(text, answer).map(SpeechWriter::write).orElse("");
    }
}
