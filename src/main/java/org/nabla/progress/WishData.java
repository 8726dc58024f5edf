package org.nabla.progress;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: what somebody wants to practise, and what not now. */
@Singleton
class WishData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(
                new OwnTable(
                        "track",
                        "The track you have chosen.",
                        Set.of("chosen_track"),
                        List.of(column("track", "its name in addresses")),
                        "select track from chosen_track where learner_id = :user",
                        Map.of("chosen_track.learner_id", "it is you")),
                new OwnTable(
                        "postponed",
                        "The skills that you did not want to be asked for.",
                        Set.of("postponement"),
                        List.of(column("skill", "which skill"), column("until", "until when")),
                        "select skill, until from postponement where learner_id = :user order by skill",
                        Map.of("postponement.learner_id", "it is you")));
    }
}
