package org.nabla.signon.people;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.account.WayIn;

/** How many ways in somebody has, of all features that have some. Each of these asks it, too: it must be met behind a proxy. */
@ApplicationScoped
class WaysOf {
    private final List<WayIn> ways;

    WaysOf(@All List<WayIn> ways) {
        this.ways = ways;
    }

    int count(UserId user) {
        return ways.stream().mapToInt(way -> way.count(user)).sum();
    }
}
