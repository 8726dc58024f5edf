package org.nabla.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All users, guests among them. */
@Singleton
public class UserRepository implements PanacheRepository<User> {

    public Optional<User> find(UserId id) {
        return findByIdOptional(id.value());
    }

    public List<User> find(Collection<UserId> ids) {
        return list("id in ?1", ids.stream().map(UserId::value).toList());
    }

    public Optional<User> withLogin(String login) {
        return find("login", login).firstResultOptional();
    }

    /** Whether nobody has signed up or was given an account yet. */
    public boolean nobodyHasLogin() {
        return count("login is not null") == 0;
    }

    public Optional<User> firstOperator() {
        return find("operator = true").firstResultOptional();
    }

    /** Those who may teach, by name. */
    public List<User> teachers() {
        return list("teacher = true order by lower(name), id");
    }

    /** By a statement, not as an entity: a session that this transaction has read still points to them. */
    public void remove(User guest) {
        delete("id", guest.id().value());
    }

    /** The guest who sends the request, by who they are, to be changed in the transaction of now. */
    public Optional<User> guest(Optional<UserId> current) {
        return current.flatMap(this::find).filter(User::isGuest);
    }
}
