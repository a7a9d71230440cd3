import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What tests compare with: Kafka's own clients and command-line tools, kept in one JVM so that a call costs
 * milliseconds. One JSON request per line on stdin ({"id", "op", …}), one JSON answer per line on stdout ({"id", "ok"}
 * or {"id", "error"}). Argument: the bootstrap servers.
 */
public final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PrintStream ANSWERS = System.out;

    private final String bootstrap;
    private final Admin admin;
    private final Map<String, Members.Member> members = new ConcurrentHashMap<>();
    private final AtomicInteger nextMember = new AtomicInteger();

    private Oracle(String bootstrap) {
        this.bootstrap = bootstrap;
        this.admin = Admin.create(settings(null));
    }

    public static void main(String[] args) throws Exception {
        System.setOut(System.err);
        var oracle = new Oracle(args[0]);
        var workers = Executors.newCachedThreadPool();
        // Kafka's tools print to the JVM's one stdout: one at a time.
        var tools = Executors.newSingleThreadExecutor();
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                JsonNode request = JSON.readTree(line);
                ExecutorService on = request.get("op").asText().equals("tool") ? tools : workers;
                on.submit(() -> oracle.answer(request));
            }
        }
        for (var member : oracle.members.values()) member.stop(true);
        oracle.admin.close(Duration.ofSeconds(1));
        Runtime.getRuntime().halt(0);
    }

    private void answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode().put("id", request.get("id").asInt());
        try {
            answer.set("ok", perform(request));
        } catch (Throwable error) {
            Throwable cause = error instanceof java.util.concurrent.ExecutionException ? error.getCause() : error;
            answer.put("error", cause.toString());
        }
        synchronized (ANSWERS) {
            ANSWERS.println(answer);
            ANSWERS.flush();
        }
    }

    private JsonNode perform(JsonNode r) throws Exception {
        return switch (r.get("op").asText()) {
            case "tool" -> Tools.run(r, bootstrap);
            case "createTopic" -> createTopic(r);
            case "deleteTopic" -> done(admin.deleteTopics(List.of(r.get("topic").asText())).all());
            case "addPartitions" -> done(admin.createPartitions(
                    Map.of(r.get("topic").asText(), NewPartitions.increaseTo(r.get("to").asInt()))).all());
            case "deleteRecords" -> done(admin.deleteRecords(
                    Map.of(partition(r), RecordsToDelete.beforeOffset(r.get("before").asLong()))).all());
            case "produce" -> produce(r);
            case "sendRecords" -> Records.send(r, settings(r.get("properties")));
            case "readRecords" -> Records.read(r, settings(null));
            case "layOut" -> Records.layOut(r);
            case "commit" -> commit(r);
            case "committed" -> committed(r);
            case "ends" -> ends(r);
            case "deleteGroup" -> done(admin.deleteConsumerGroups(List.of(r.get("group").asText())).all());
            case "consumer" -> join(r);
            case "progress" -> member(r).progress();
            case "stop" -> stop(r);
            default -> throw new IllegalArgumentException("unknown op " + r.get("op"));
        };
    }

    // ---- topics and records -------------------------------------------------------------------------------------

    private JsonNode createTopic(JsonNode r) throws Exception {
        String name = r.get("topic").asText();
        NewTopic topic;
        if (r.has("assignment")) {
            var replicas = new HashMap<Integer, List<Integer>>();
            for (JsonNode each : r.get("assignment")) {
                var ids = new ArrayList<Integer>();
                each.forEach(id -> ids.add(id.asInt()));
                replicas.put(replicas.size(), ids);
            }
            topic = new NewTopic(name, replicas);
        } else {
            topic = new NewTopic(name, Optional.of(r.get("partitions").asInt()), Optional.empty());
        }
        admin.createTopics(List.of(topic.configs(strings(r.get("configs"))))).all().get();
        // Known to the controller is not yet led by a broker: wait until its ends can be read.
        awaitLeaders(name, topic.replicasAssignments() == null ? r.get("partitions").asInt() : topic.replicasAssignments().size());
        return JSON.createObjectNode();
    }

    private void awaitLeaders(String topic, int partitions) throws Exception {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        for (int p = 0; p < partitions; p++) wanted.put(new TopicPartition(topic, p), OffsetSpec.latest());
        for (int attempt = 0; ; attempt++) {
            try {
                admin.listOffsets(wanted).all().get();
                return;
            } catch (java.util.concurrent.ExecutionException error) {
                if (attempt == 100) throw error;
                Thread.sleep(50);
            }
        }
    }

    private JsonNode produce(JsonNode r) throws Exception {
        String topic = r.get("topic").asText();
        Integer partition = r.has("partition") ? r.get("partition").asInt() : null;
        int count = r.get("count").asInt();
        Long timestamp = r.has("timestamp") ? r.get("timestamp").asLong() : null;
        long step = r.has("stepMs") ? r.get("stepMs").asLong() : 0;
        byte[] value = new byte[r.has("bytes") ? r.get("bytes").asInt() : 16];
        String transaction = r.has("transaction") ? r.get("transaction").asText() : "none";
        Properties settings = settings(r.get("properties"));
        settings.putIfAbsent("linger.ms", "5");
        if (!transaction.equals("none")) settings.put("transactional.id", "oracle-" + System.nanoTime());
        var serializer = new ByteArraySerializer();
        var failed = new Exception[1];
        var touched = ConcurrentHashMap.<TopicPartition>newKeySet();
        var producer = new KafkaProducer<>(settings, serializer, serializer);
        try {
            if (!transaction.equals("none")) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            for (int i = 0; i < count; i++) {
                byte[] key = r.has("key") ? (r.get("key").asText() + i).getBytes(StandardCharsets.UTF_8) : null;
                Long at = timestamp == null ? null : Long.valueOf(timestamp + i * step);
                producer.send(new ProducerRecord<>(topic, partition, at, key, value), (sent, error) -> {
                    if (error != null) failed[0] = error;
                    else touched.add(new TopicPartition(sent.topic(), sent.partition()));
                });
            }
            producer.flush();
            if (failed[0] != null) throw failed[0];
            if (transaction.equals("commit") || transaction.equals("abort")) {
                var before = latest(touched);
                if (transaction.equals("commit")) producer.commitTransaction();
                else producer.abortTransaction();
                awaitMarkers(before);
            }
        } finally {
            // "open" leaves the transaction open: the last stable offset stays before the high watermark.
            producer.close(transaction.equals("open") ? Duration.ZERO : Duration.ofSeconds(10));
        }
        return JSON.createObjectNode();
    }

    private Map<TopicPartition, Long> latest(Collection<TopicPartition> wanted) throws Exception {
        var specs = new HashMap<TopicPartition, OffsetSpec>();
        for (var at : wanted) specs.put(at, OffsetSpec.latest());
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(specs).all().get().forEach((at, found) -> ends.put(at, found.offset()));
        return ends;
    }

    /** The end of a transaction is acknowledged before its markers are written: waits until every partition has one. */
    private void awaitMarkers(Map<TopicPartition, Long> before) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var now = latest(before.keySet());
            if (before.entrySet().stream().allMatch(each -> now.get(each.getKey()) > each.getValue())) return;
            Thread.sleep(25);
        }
        throw new IllegalStateException("no transaction marker within 5 s");
    }

    // ---- committed offsets and ends -----------------------------------------------------------------------------

    private JsonNode commit(JsonNode r) throws Exception {
        var running = new ArrayList<KafkaFuture<Void>>();
        for (JsonNode group : r.get("groups")) {
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (JsonNode each : r.get("offsets")) {
                Optional<Integer> epoch = each.has("leaderEpoch") ? Optional.of(each.get("leaderEpoch").asInt()) : Optional.empty();
                String metadata = each.has("metadata") ? each.get("metadata").asText() : "";
                offsets.put(partition(each), new OffsetAndMetadata(each.get("offset").asLong(), epoch, metadata));
            }
            running.add(admin.alterConsumerGroupOffsets(group.asText(), offsets).all());
            if (running.size() == 500) {
                for (var each : running) each.get();
                running.clear();
            }
        }
        for (var each : running) each.get();
        return JSON.createObjectNode();
    }

    private JsonNode committed(JsonNode r) throws Exception {
        var found = admin.listConsumerGroupOffsets(r.get("group").asText()).partitionsToOffsetAndMetadata().get();
        ArrayNode rows = JSON.createArrayNode();
        found.forEach((at, offset) -> {
            if (offset == null) return;
            ObjectNode row = rows.addObject();
            row.put("topic", at.topic()).put("partition", at.partition());
            row.put("offset", Long.toString(offset.offset())).put("metadata", offset.metadata());
            if (offset.leaderEpoch().isPresent()) row.put("leaderEpoch", offset.leaderEpoch().get());
            else row.putNull("leaderEpoch");
        });
        return rows;
    }

    private JsonNode ends(JsonNode r) throws Exception {
        String topic = r.get("topic").asText();
        int partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        var first = new HashMap<TopicPartition, OffsetSpec>();
        var end = new HashMap<TopicPartition, OffsetSpec>();
        for (int p = 0; p < partitions; p++) {
            first.put(new TopicPartition(topic, p), OffsetSpec.earliest());
            end.put(new TopicPartition(topic, p), OffsetSpec.latest());
        }
        var starts = admin.listOffsets(first).all().get();
        var ends = admin.listOffsets(end).all().get();
        ArrayNode rows = JSON.createArrayNode();
        for (int p = 0; p < partitions; p++) {
            var at = new TopicPartition(topic, p);
            rows.addObject().put("partition", p).put("start", Long.toString(starts.get(at).offset()))
                    .put("end", Long.toString(ends.get(at).offset()));
        }
        return rows;
    }

    // ---- live members of groups ---------------------------------------------------------------------------------

    private JsonNode join(JsonNode r) throws Exception {
        String id = Integer.toString(nextMember.incrementAndGet());
        Properties settings = settings(r.get("properties"));
        settings.put("group.id", r.get("group").asText());
        settings.put("client.id", r.get("clientId").asText());
        settings.putIfAbsent("auto.offset.reset", "earliest");
        settings.putIfAbsent("auto.commit.interval.ms", "200");
        List<String> topics = new ArrayList<>();
        r.get("topics").forEach(each -> topics.add(each.asText()));
        var member = Members.make(r.get("protocol").asText(), settings, topics);
        members.put(id, member);
        member.start();
        if (!member.joined.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("no assignment within 30 s");
        return JSON.createObjectNode().put("member", id);
    }

    private Members.Member member(JsonNode r) {
        var member = members.get(r.get("member").asText());
        if (member == null) throw new IllegalArgumentException("no such member");
        return member;
    }

    private JsonNode stop(JsonNode r) throws Exception {
        var member = member(r);
        members.remove(r.get("member").asText());
        member.stop(r.get("leave").asBoolean());
        return member.progress();
    }

    // ---- small things -------------------------------------------------------------------------------------------

    private Properties settings(JsonNode own) {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.putAll(strings(own));
        return settings;
    }

    private static Map<String, String> strings(JsonNode object) {
        var found = new HashMap<String, String>();
        if (object != null) object.fieldNames().forEachRemaining(name -> found.put(name, object.get(name).asText()));
        return found;
    }

    private static TopicPartition partition(JsonNode r) {
        return new TopicPartition(r.get("topic").asText(), r.get("partition").asInt());
    }

    private static JsonNode done(KafkaFuture<?> future) throws Exception {
        future.get();
        return JSON.createObjectNode();
    }
}
