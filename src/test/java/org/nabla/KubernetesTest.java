package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests for Kubernetes, read by its types, in which nothing unknown passes. */
class KubernetesTest {
    private static final Path OURS = Path.of("src", "main", "kubernetes", "kubernetes.yml");
    private static final Path DATABASE = Path.of("src", "main", "kubernetes", "database.yml");

    /** What {@code mvn -Pkubernetes package} leaves. */
    private static final Path WHOLE = Path.of("target", "kubernetes", "kubernetes.yml");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What of CloudNativePG's own kinds is used here, as its reference of version 1.27 says. */
    private record Cluster(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            Postgresql postgresql,
            Storage storage,
            Resources resources,
            int minSyncReplicas,
            int maxSyncReplicas) {}

    private record Bootstrap(Initdb initdb) {}

    private record Initdb(
            String database,
            String owner,
            String encoding,
            String localeProvider,
            String builtinLocale,
            String localeCollate,
            String localeCType) {}

    private record Postgresql(Map<String, String> parameters) {}

    private record Storage(String size) {}

    private record Resources(Map<String, String> requests, Map<String, String> limits) {}

    private record Pooler(Named cluster, int instances, String type, Pgbouncer pgbouncer) {}

    private record Named(String name) {}

    private record Pgbouncer(String poolMode, Map<String, String> parameters) {}

    @Test
    void whatWeAddIsKnownToKubernetes() throws IOException {
        var all = read(Files.readString(OURS));

        assertThat(unknown(all)).isEmpty();
        assertThat(all.stream().map(HasMetadata::getKind))
                .containsExactlyInAnyOrder(
                        "Deployment", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy");
        assertThat(of(all, PodDisruptionBudget.class)
                        .getSpec()
                        .getMinAvailable()
                        .getIntVal())
                .isEqualTo(1);
        assertThat(of(all, HorizontalPodAutoscaler.class).getSpec().getMetrics().stream()
                        .map(m -> m.getType()))
                .containsExactly("Resource", "Pods");
        assertThat(of(all, NetworkPolicy.class).getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(of(all, Deployment.class).getSpec().getMinReadySeconds()).isGreaterThan(2);
        var labels = of(all, Deployment.class).getSpec().getSelector().getMatchLabels();
        assertThat(List.of(
                        of(all, PodDisruptionBudget.class)
                                .getSpec()
                                .getSelector()
                                .getMatchLabels(),
                        of(all, NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels(),
                        of(all, Deployment.class)
                                .getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getLabels()))
                .allMatch(labels::equals);
    }

    @Test
    void aWrongKeyIsFound() throws IOException {
        var wrong =
                Files.readString(OURS).replace("minAvailable", "minAvailabel").replace("maxSurge", "maxSurges");

        assertThat(unknown(read(wrong))).hasSize(2).anyMatch(u -> u.contains("minAvailabel"));
    }

    @Test
    void theMetricOfTheAutoscalerIsOneThatTheSiteHas() throws IOException {
        var metric = of(read(Files.readString(OURS)), HorizontalPodAutoscaler.class)
                .getSpec()
                .getMetrics()
                .get(1)
                .getPods()
                .getMetric()
                .getName();

        assertThat(Files.readString(Path.of("src", "main", "java", "org", "nabla", "AlgebraMetrics.java")))
                .contains('"' + metric.replace('_', '.') + '"');
    }

    @Test
    void theExampleOfADatabaseIsKnownToItsOperator() throws IOException {
        var all = documents(Files.readString(DATABASE));
        var cluster = STRICT.convertValue(all.get(0).get("spec"), Cluster.class);
        var pooler = STRICT.convertValue(all.get(1).get("spec"), Pooler.class);

        assertThat(all.stream().map(one -> one.get("apiVersion"))).containsOnly("postgresql.cnpg.io/v1");
        assertThat(cluster.instances()).isGreaterThan(cluster.maxSyncReplicas());
        assertThat(cluster.minSyncReplicas()).isPositive();
        assertThat(pooler.pgbouncer().poolMode()).isEqualTo("transaction");
        assertThat(pooler.cluster().name())
                .isEqualTo(Objects.requireNonNull((Map<?, ?>) all.get(0).get("metadata"))
                        .get("name"));
        assertThatThrownBy(() -> STRICT.convertValue(Map.of("instancez", 3), Cluster.class))
                .hasMessageContaining("instancez");
    }

    @Test
    @EnabledIf("isGenerated")
    void whatTheExtensionMakesOfItIsWholeAndKnown() throws IOException {
        var all = read(Files.readString(WHOLE));

        assertThat(unknown(all)).isEmpty();
        assertThat(all.stream().map(HasMetadata::getKind))
                .contains("Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy");
        var pod = of(all, Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(40);
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
            assertThat(container.getResources().getLimits()).containsKeys("memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getEnv().stream()
                            .filter(variable -> variable.getValueFrom() != null
                                    && variable.getValueFrom().getSecretKeyRef() != null)
                            .map(variable -> variable.getName()))
                    .contains(
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "QUARKUS_DATASOURCE_USERNAME",
                            "QUARKUS_DATASOURCE_PASSWORD");
        });
    }

    static boolean isGenerated() {
        return Files.exists(WHOLE);
    }

    private static <T> T of(List<HasMetadata> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static List<HasMetadata> read(String text) {
        var all = new ArrayList<HasMetadata>();
        for (var document : documents(text)) {
            var kind = document.get("apiVersion") + " " + document.get("kind");
            assertThat(KINDS).containsKey(kind);
            all.add(STRICT.convertValue(document, KINDS.get(kind)));
        }
        return all;
    }

    private static List<Map<String, Object>> documents(String text) {
        var all = new ArrayList<Map<String, Object>>();
        for (var document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            all.add(STRICT.convertValue(
                    document, STRICT.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
        }
        return all;
    }

    /** What the types did not know, wherever it stands: they keep it aside. */
    private static List<String> unknown(Collection<?> resources) {
        return resources.stream().flatMap(KubernetesTest::unknown).toList();
    }

    private static Stream<String> unknown(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(KubernetesTest::unknown);
        }
        if (value instanceof Map<?, ?> several) {
            return several.values().stream().flatMap(KubernetesTest::unknown);
        }
        if (!(value instanceof KubernetesResource)) {
            return Stream.empty();
        }
        return Arrays.stream(value.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .flatMap(method -> {
                    try {
                        var inside = method.invoke(value);
                        if (inside == null) {
                            return Stream.empty();
                        }
                        return method.getName().equals("getAdditionalProperties")
                                ? ((Map<?, ?>) inside)
                                        .keySet().stream()
                                                .map(key -> value.getClass().getSimpleName() + "." + key)
                                : unknown(inside);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
