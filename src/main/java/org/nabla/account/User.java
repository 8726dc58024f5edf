package org.nabla.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who practises: a guest as long as there is no login, else somebody who signed up. */
@Entity
@Table(name = "account")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private @Nullable String login;
    private @Nullable String passwordHash;
    private @Nullable String email;
    private boolean teacher;
    private boolean operator;
    private boolean passwordMustChange;
    private boolean decimalComma;
    /** Of somebody made up, the demo course in which they are; nobody signs in as one. */
    private @Nullable Long demoCourseId;

    private Instant createdAt;
    /** Since when no door lets them in. */
    private @Nullable Instant disabledAt;

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields in
    protected User() {}

    private User(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    public static User guest(Instant now) {
        return new User("Guest", now);
    }

    public UserId id() {
        return new UserId(Objects.requireNonNull(id, "not yet stored"));
    }

    public String name() {
        return name;
    }

    public boolean isGuest() {
        return login == null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<String> login() {
        return Optional.ofNullable(login);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Whether they are of a demo course: nobody real. */
    public boolean isMadeUp() {
        return demoCourseId != null;
    }

    /** Whether whoever runs the site has closed the account. */
    public boolean isDisabled() {
        return disabledAt != null;
    }

    public Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    public void disable(Instant now) {
        disabledAt = now;
    }

    public void enable() {
        disabledAt = null;
    }

    public boolean isTeacher() {
        return teacher;
    }

    /** What a guest did stays where it is: they become somebody with a name. */
    public void signUp(String newName, String newLogin, String newPasswordHash, Optional<String> newEmail) {
        name = newName;
        login = newLogin;
        passwordHash = newPasswordHash;
        email = newEmail.orElse(null);
    }

    /** Somebody else vouches for them: they have a login, and no password yet. */
    public void comeFromElsewhere(String newName, String newLogin) {
        name = newName;
        login = newLogin;
    }

    public void describe(String newName, Optional<String> newEmail) {
        name = newName;
        email = newEmail.orElse(null);
    }

    public void changePassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
        passwordMustChange = false;
    }

    /** Somebody else knows the password: it only serves to choose one of their own. */
    public void mustChangePassword() {
        passwordMustChange = true;
    }

    public boolean isPasswordToBeChanged() {
        return passwordMustChange;
    }

    public void becomeTeacher() {
        teacher = true;
    }

    /** The courses that they teach stay theirs. */
    public void stopTeaching() {
        teacher = false;
    }

    /** Whether they write 1,5 and not 1.5. */
    public boolean writesWithComma() {
        return decimalComma;
    }

    public void writeWithComma(boolean comma) {
        decimalComma = comma;
    }

    /** Whether they run the site because it had nobody; those whom the settings name are not marked. */
    public boolean isFirstOperator() {
        return operator;
    }

    public void becomeFirstOperator() {
        operator = true;
    }
}
