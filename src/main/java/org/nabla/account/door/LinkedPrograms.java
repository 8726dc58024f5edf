package org.nabla.account.door;

import io.quarkus.arc.All;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.ProgramAccess;
import org.nabla.account.UserId;

/** The programs that an account has given a way in. */
@Singleton
public class LinkedPrograms {
    private final List<ProgramAccess> programs;

    LinkedPrograms(@All List<ProgramAccess> programs) {
        this.programs = programs;
    }

    /** From now on none comes in any more. */
    void close(UserId id) {
        programs.forEach(program -> program.close(id));
    }

    /** Whether programs come in beside them. */
    public boolean comeIn(UserId id) {
        return programs.stream().anyMatch(program -> program.isOpen(id));
    }

    /** The parts of the page of an account on which they are told of these. */
    public List<RawString> panels(UserId id) {
        return programs.stream()
                .map(program -> program.panel(id))
                .flatMap(Optional::stream)
                .toList();
    }
}
