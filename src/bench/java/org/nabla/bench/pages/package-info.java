/** How much the pages cost beside bare ones of the same application, and how they bear many visitors. */
package org.nabla.bench.pages;
