import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Exit;

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
    private final Map<String, Member> members = new ConcurrentHashMap<>();
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
            case "tool" -> tool(r);
            case "createTopic" -> createTopic(r);
            case "deleteTopic" -> done(admin.deleteTopics(List.of(r.get("topic").asText())).all());
            case "addPartitions" -> done(admin.createPartitions(
                    Map.of(r.get("topic").asText(), NewPartitions.increaseTo(r.get("to").asInt()))).all());
            case "deleteRecords" -> done(admin.deleteRecords(
                    Map.of(partition(r), RecordsToDelete.beforeOffset(r.get("before").asLong()))).all());
            case "produce" -> produce(r);
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

    // ---- Kafka's own commands -----------------------------------------------------------------------------------

    /** Thrown in place of the exit that a command ends with. */
    private static final class ToolExit extends RuntimeException {
        ToolExit() {
            super("exit", null, false, false);
        }
    }

    private JsonNode tool(JsonNode r) throws Exception {
        var status = new int[] {-1};
        Exit.Procedure exit = (code, message) -> {
            // A command may catch what is thrown here and exit once more: the first status counts.
            if (status[0] < 0) {
                status[0] = code;
                if (message != null) System.err.println(message);
            }
            throw new ToolExit();
        };
        List<String> given = new ArrayList<>();
        r.get("args").forEach(each -> given.add(each.asText()));
        given.addAll(List.of("--bootstrap-server", bootstrap));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        Exit.setExitProcedure(exit);
        Exit.setHaltProcedure(exit);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Class.forName(r.get("main").asText())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) given.toArray(new String[0]));
        } catch (java.lang.reflect.InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof ToolExit)) {
                thrown.getCause().printStackTrace();
                if (status[0] < 0) status[0] = 1;
            }
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
        return JSON.createObjectNode()
                .put("status", Math.max(0, status[0]))
                .put("stdout", out.toString(StandardCharsets.UTF_8))
                .put("stderr", err.toString(StandardCharsets.UTF_8));
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
                });
            }
            producer.flush();
            if (failed[0] != null) throw failed[0];
            if (transaction.equals("commit")) producer.commitTransaction();
            if (transaction.equals("abort")) producer.abortTransaction();
        } finally {
            // "open" leaves the transaction open: the last stable offset stays before the high watermark.
            producer.close(transaction.equals("open") ? Duration.ZERO : Duration.ofSeconds(10));
        }
        return JSON.createObjectNode();
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
        String protocol = r.get("protocol").asText();
        if (protocol.equals("consumer")) settings.put("group.protocol", "consumer");
        else settings.putIfAbsent("session.timeout.ms", "6000");
        List<String> topics = new ArrayList<>();
        r.get("topics").forEach(each -> topics.add(each.asText()));
        Member member = protocol.equals("share") ? new ShareMember(settings, topics) : new GroupMember(settings, topics);
        members.put(id, member);
        member.start();
        if (!member.joined.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("no assignment within 30 s");
        return JSON.createObjectNode().put("member", id);
    }

    private Member member(JsonNode r) {
        Member member = members.get(r.get("member").asText());
        if (member == null) throw new IllegalArgumentException("no such member");
        return member;
    }

    private JsonNode stop(JsonNode r) throws Exception {
        Member member = member(r);
        members.remove(r.get("member").asText());
        member.stop(r.get("leave").asBoolean());
        return member.progress();
    }

    /** A consumer on a thread of its own. */
    private abstract static class Member extends Thread {
        final CountDownLatch joined = new CountDownLatch(1);
        volatile boolean over;
        volatile long records;
        volatile Set<TopicPartition> held = Set.of();

        JsonNode progress() {
            ObjectNode answer = JSON.createObjectNode().put("records", records);
            ArrayNode rows = answer.putArray("assignment");
            for (TopicPartition at : held) rows.addObject().put("topic", at.topic()).put("partition", at.partition());
            return answer;
        }

        /** Ends the member; with `leave` it commits and leaves its group, else it just falls silent. */
        abstract void stop(boolean leave) throws Exception;
    }

    private static final class GroupMember extends Member implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;
        private final List<String> topics;
        private volatile boolean leave = true;

        GroupMember(Properties settings, List<String> topics) {
            this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.topics = topics;
        }

        @Override
        public void run() {
            consumer.subscribe(topics, this);
            try {
                while (!over) {
                    records += consumer.poll(Duration.ofMillis(100)).count();
                    held = consumer.assignment();
                }
            } catch (WakeupException woken) {
                if (!over) throw woken;
            } finally {
                if (leave) consumer.close();
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            held = Set.copyOf(consumer.assignment());
            joined.countDown();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        void stop(boolean leaves) throws Exception {
            leave = leaves;
            over = true;
            consumer.wakeup();
            join(15_000);
        }
    }

    /** A member of a share group; by name, because Kafka 3.9 has no such client. */
    private static final class ShareMember extends Member {
        private final Object consumer;
        private final List<String> topics;
        private final Class<?> type;

        ShareMember(Properties settings, List<String> topics) throws Exception {
            for (String unknown : List.of("auto.offset.reset", "auto.commit.interval.ms", "session.timeout.ms")) settings.remove(unknown);
            this.type = Class.forName("org.apache.kafka.clients.consumer.KafkaShareConsumer");
            settings.put("key.deserializer", ByteArrayDeserializer.class.getName());
            settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
            this.consumer = type.getConstructor(Properties.class).newInstance(settings);
            this.topics = topics;
        }

        @Override
        public void run() {
            try {
                type.getMethod("subscribe", Collection.class).invoke(consumer, topics);
                while (!over) {
                    var polled = (org.apache.kafka.clients.consumer.ConsumerRecords<?, ?>)
                            type.getMethod("poll", Duration.class).invoke(consumer, Duration.ofMillis(200));
                    records += polled.count();
                    joined.countDown();
                }
                type.getMethod("close").invoke(consumer);
            } catch (ReflectiveOperationException error) {
                throw new IllegalStateException(error);
            }
        }

        @Override
        void stop(boolean leaves) throws Exception {
            over = true;
            join(15_000);
        }
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
