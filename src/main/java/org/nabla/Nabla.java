package org.nabla;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.nabla.backup.BackupCommand;
import org.nabla.database.DatabaseException;
import org.nabla.database.EmbeddedPostgres;

/** Starts the application, with a database of its own unless one is configured. */
@QuarkusMain
public final class Nabla {

    private static final String ARCHIVE = "nabla.algebra.archive";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";

    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    Nabla() {}

    public static void main(String... arguments) {
        System.setProperty(
                "java.util.logging.manager", "org.jboss.logmanager.LogManager"); // read once, when somebody logs
        if (BackupCommand.isOne(arguments)) {
            System.exit(backup().run(arguments));
        }
        LastResort.watch();
        if (Rehearsal.isOne(arguments)) {
            Rehearsal.run(data -> runWithOwnDatabase(data, () -> Quarkus.run(Rehearsal.class)));
            return;
        }
        if (!recordsClassData()) {
            ManagementPort.settle(ConfigProvider.getConfig()).ifPresent(Nabla::refuse);
        }
        if (recordsClassData()) {
            Quarkus.run(arguments);
            return;
        }
        EarlyReading.begin();
        if (setting(DATABASE).isPresent()) {
            Quarkus.run(arguments);
        } else {
            runWithOwnDatabase(Path.of(setting("nabla.data").orElse("data")), () -> Quarkus.run(arguments));
        }
    }

    private static BackupCommand backup() {
        return new BackupCommand(
                setting(DATABASE)
                        .map(url -> Map.of(
                                DATABASE,
                                url,
                                USER,
                                setting(USER).orElse(""),
                                PASSWORD,
                                setting(PASSWORD).orElse(""))),
                Path.of(setting("nabla.data").orElse("data")),
                Path.of(setting("nabla.erased").orElse("data/erased.txt")),
                setting("nabla.backup.passphrase"));
    }

    private static void runWithOwnDatabase(Path data, Runnable application) {
        EmbeddedPostgres database;
        try {
            database = startBesideApplication(data);
        } catch (DatabaseException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        }
        database.keepRunning(Logger.getLogger(Nabla.class)::warn);
        var stop = new Thread(() -> stopAfterApplication(database), "embedded database stop");
        Runtime.getRuntime().addShutdownHook(stop);
        database.settings().forEach(System::setProperty);
        System.setProperty("nabla.database.embedded", "true");
        if (setting(ARCHIVE).isEmpty()) {
            System.setProperty(ARCHIVE, data.toAbsolutePath().toString());
        }
        try {
            application.run();
        } finally {
            // Reached in dev mode only, where each reload runs main again in the same process.
            database.settings().keySet().forEach(System::clearProperty);
            database.close();
        }
    }

    /** The database mostly waits while it starts: meanwhile that part of the application is made which needs none. */
    private static EmbeddedPostgres startBesideApplication(Path data) {
        var database = CompletableFuture.supplyAsync(
                () -> EmbeddedPostgres.start(data), task -> new Thread(task, "embedded database start").start());
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            // Started from an editor, where Quarkus makes it later.
        }
        try {
            return database.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DatabaseException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Requests that are still being answered need the database: it goes when the application has drained. */
    private static void stopAfterApplication(EmbeddedPostgres database) {
        Optional.ofNullable(Application.currentApplication()).ifPresent(Application::awaitShutdown);
        database.close();
    }

    /** No logging yet, and whoever started us looks at the terminal. */
    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(1);
    }

    /** A build that records an archive of class data runs main, and needs no database for it. */
    private static boolean recordsClassData() {
        return Boolean.getBoolean(ApplicationLifecycleManager.QUARKUS_APPCDS_GENERATE_PROP);
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
}
