package org.nabla.api;

import org.nabla.grading.AnswerSpec;

/** What is to be checked: the answer that is expected, and what was typed. */
record CheckRequest(AnswerSpec answer, String response) {}
