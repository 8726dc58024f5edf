package org.nabla.project.shelf;

import java.util.List;

/**
 * One project before the work.
 *
 * @param teaches whether somebody looks who may set it to others
 * @param courses those in which they may
 */
record ProjectPage(ProjectsPage.Card card, boolean teaches, List<Setters.Course> courses) {}
