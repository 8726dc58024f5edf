package org.nabla.classroom;

import org.nabla.account.UserId;

/** Somebody who teaches a course. */
public record CourseTeacher(UserId id, String name, String login, CourseRole role) {}
