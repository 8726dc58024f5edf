package org.nabla.web.address;

import java.util.List;

/** Knows which other sites may show pages of this one in a frame. Each feature that does is a bean of this type. */
public interface Framing {

    /** Origins, {@code https://canvas.example.org}. Asked with each page in a frame: it must not wait for anything. */
    List<String> origins();
}
