package org.nabla.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** How to reach a database. */
record Server(String url, String user, String password) {

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "Nabla backup");
        return Objects.requireNonNull(new Driver().connect(url, properties), "not the address of a PostgreSQL: " + url);
    }
}
