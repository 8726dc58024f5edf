package org.nabla;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.Config;
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
        if (Rehearsal.isOne(arguments)) {
            Rehearsal.run(() -> run(() -> Quarkus.run(Rehearsal.class)));
        } else if (recordsClassData()) {
            Quarkus.run(arguments);
        } else {
            run(() -> Quarkus.run(arguments));
        }
    }

    private static void run(Runnable application) {
        Optional<EmbeddedPostgres> database;
        try {
            database = prepareBesideApplication();
        } catch (DatabaseException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        }
        database.ifPresentOrElse(started -> runWithOwnDatabase(started, application), application);
    }

    /**
     * Settings are read, and the database mostly waits while it starts: meanwhile that part of the application is made which
     * needs neither.
     */
    private static Optional<EmbeddedPostgres> prepareBesideApplication() {
        var database = CompletableFuture.supplyAsync(
                Nabla::prepare, task -> new Thread(task, "embedded database start").start());
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

    /** @return the application's own database, started, unless another one is configured */
    private static Optional<EmbeddedPostgres> prepare() {
        LastResort.watch();
        EarlyReading.begin();
        var settings = settings();
        ManagementPort.settle(settings).ifPresent(Nabla::refuse);
        if (setting(settings, DATABASE).isPresent()) {
            return Optional.empty();
        }
        var data = Path.of(setting(settings, "nabla.data").orElse("data"));
        if (setting(settings, ARCHIVE).isEmpty()) {
            System.setProperty(ARCHIVE, data.toAbsolutePath().toString());
        }
        return Optional.of(EmbeddedPostgres.start(data));
    }

    private static BackupCommand backup() {
        var settings = settings();
        return new BackupCommand(
                setting(settings, DATABASE)
                        .map(url -> Map.of(
                                DATABASE,
                                url,
                                USER,
                                setting(settings, USER).orElse(""),
                                PASSWORD,
                                setting(settings, PASSWORD).orElse(""))),
                Path.of(setting(settings, "nabla.data").orElse("data")),
                Path.of(setting(settings, "nabla.erased").orElse("data/erased.txt")),
                setting(settings, "nabla.backup.passphrase"));
    }

    private static void runWithOwnDatabase(EmbeddedPostgres database, Runnable application) {
        database.keepRunning(Logger.getLogger(Nabla.class)::warn);
        var stop = new Thread(() -> stopAfterApplication(database), "embedded database stop");
        Runtime.getRuntime().addShutdownHook(stop);
        database.settings().forEach(System::setProperty);
        System.setProperty("nabla.database.embedded", "true");
        try {
            application.run();
        } finally {
            // Reached in dev mode only, where each reload runs main again in the same process.
            database.settings().keySet().forEach(System::clearProperty);
            database.close();
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

    /** As the application will read them; its own are made at the same time, by another thread. */
    private static Config settings() {
        return ConfigUtils.configBuilder().build();
    }

    private static Optional<String> setting(Config settings, String name) {
        return settings.getOptionalValue(name, String.class);
    }
}
