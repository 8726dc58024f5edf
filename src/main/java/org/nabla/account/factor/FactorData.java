package org.nabla.account.factor;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** That a code is asked beside the password. */
@Singleton
class FactorData implements OwnData {

    private static final String SECRET = "a secret: in a file it would only help a thief";

    @Override
    public List<OwnTable> tables() {
        return List.of(
                new OwnTable(
                        "second-step",
                        "That a code is asked of you beside your password.",
                        Set.of("second_factor"),
                        List.of(column("confirmed_at", "since when; empty if you have not finished setting it up")),
                        "select confirmed_at from second_factor where account_id = :user",
                        Map.of(
                                "second_factor.secret", SECRET,
                                "second_factor.last_step", "so that no code is taken twice",
                                "second_factor.account_id", "it is you")),
                new OwnTable(
                        "codes-on-paper",
                        "Your codes for the day when your telephone is lost.",
                        Set.of("recovery_code"),
                        List.of(column("used_at", "when you used it; empty if you have not")),
                        "select used_at from recovery_code where account_id = :user order by used_at",
                        Map.of("recovery_code.code_hash", SECRET, "recovery_code.account_id", "it is you")));
    }
}
