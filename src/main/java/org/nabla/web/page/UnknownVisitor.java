package org.nabla.web.page;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.RequestScoped;

/** Nobody in particular: stands in where there are no accounts. */
@RequestScoped
@DefaultBean
class UnknownVisitor implements Visitor {

    @Override
    public boolean isSignedIn() {
        return false;
    }

    @Override
    public boolean isGuest() {
        return false;
    }

    @Override
    public String getName() {
        return "";
    }

    @Override
    public boolean isTeacher() {
        return false;
    }

    @Override
    public boolean isOperator() {
        return false;
    }

    @Override
    public boolean writesWithComma() {
        return false;
    }
}
