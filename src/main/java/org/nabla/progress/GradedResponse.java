package org.nabla.progress;

import org.nabla.grading.Verdict;

/** What was typed into one box, with its verdict. */
public record GradedResponse(String part, String typed, Verdict verdict) {}
