import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A small shop on a real cluster: producers that never rest and five consumer groups, each with a life of its own.
 *
 * <ul>
 *   <li>shipping keeps up with the orders;
 *   <li>billing takes longer for an order than the next one needs to arrive, and falls behind;
 *   <li>ledger meets a payment it cannot read, seeks back and tries it again, for ever; its other partitions go on;
 *   <li>audit has worked for a while and was closed: nobody reads on for it;
 *   <li>search-indexer keeps up too, as a group of the new protocol (KIP-848).
 * </ul>
 *
 * Argument: the bootstrap servers. Commands on stdin: start GROUP, stop GROUP, list, quit (so does the end of stdin).
 * Events are JSON lines on stdout.
 */
public final class LiveGroups {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** `past` records stand in the log at the start, their timestamps spread over the hour before. */
    private record Topic(String name, int partitions, int past, int perSecond) {}

    private static final Topic ORDERS = new Topic("orders", 6, 1_800, 30);
    private static final Topic PAYMENTS = new Topic("payments", 3, 360, 6);
    /** Which of the past payments has an amount that is no number. */
    private static final int BAD_PAYMENT = 150;

    private final String bootstrap;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private LiveGroups(String bootstrap) {
        this.bootstrap = bootstrap;
        for (Life life : List.of(
                new Life("shipping", "keeps up", 2, List.of("orders"), "classic", Work.QUICK),
                new Life("billing", "falls behind", 2, List.of("orders"), "classic", Work.SLOW),
                new Life("ledger", "is stuck on one partition", 1, List.of("payments"), "classic", Work.READS_AMOUNT),
                new Life("audit", "was stopped a while ago", 1, List.of("orders", "payments"), "classic", Work.QUICK),
                new Life("search-indexer", "keeps up on the new protocol", 2, List.of("orders"), "consumer", Work.QUICK)))
            groups.put(life.name, new Group(life));
    }

    public static void main(String[] args) throws Exception {
        var shop = new LiveGroups(args[0]);
        shop.createTopics();
        shop.produceThePast();
        shop.produceForEver(ORDERS);
        shop.produceForEver(PAYMENTS);
        // Audit works first, alone, reads the whole past, and is then closed; the others stay.
        Group audit = shop.groups.get("audit");
        audit.start();
        while (audit.members.get(0).handled < ORDERS.past + PAYMENTS.past) pause(100);
        audit.stop();
        for (Group group : shop.groups.values()) if (group != audit) group.start();
        say(event("ready"));
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.strip().equals("quit")) break;
                try {
                    shop.obey(line.strip().split("\\s+"));
                } catch (Exception error) {
                    say(event("error").put("message", error.toString()));
                }
            }
        }
        for (Group group : shop.groups.values()) group.stop();
        say(event("ended"));
        Runtime.getRuntime().halt(0);
    }

    private void obey(String[] words) throws Exception {
        if (words[0].equals("list")) {
            ObjectNode list = event("list");
            var rows = list.putArray("groups");
            for (Group group : groups.values())
                rows.addObject().put("group", group.life.name).put("about", group.life.about).put("running", group.running());
            say(list);
            return;
        }
        Group group = words.length == 2 ? groups.get(words[1]) : null;
        if (group == null || !List.of("start", "stop").contains(words[0])) {
            say(event("error").put("message", "Not understood: " + String.join(" ", words)));
            return;
        }
        if (words[0].equals("start")) group.start();
        else group.stop();
    }

    // ---- topics and producers -----------------------------------------------------------------------------------

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(settings("shop-admin"))) {
            for (Topic topic : List.of(ORDERS, PAYMENTS)) {
                var created = new NewTopic(topic.name, Optional.of(topic.partitions), Optional.empty());
                admin.createTopics(List.of(created)).all().get();
            }
        }
    }

    private void produceThePast() {
        long hour = TimeUnit.HOURS.toMillis(1);
        long began = System.currentTimeMillis() - hour;
        try (var producer = producer("shop-past")) {
            for (Topic topic : List.of(ORDERS, PAYMENTS))
                for (int i = 0; i < topic.past; i++) producer.send(record(topic, i, began + i * (hour / topic.past)));
        }
    }

    private void produceForEver(Topic topic) {
        var thread = new Thread(() -> {
            var producer = producer("shop-" + topic.name);
            for (int i = topic.past; ; i++) {
                producer.send(record(topic, i, System.currentTimeMillis()));
                pause(1_000 / topic.perSecond);
            }
        }, "produce " + topic.name);
        thread.setDaemon(true);
        thread.start();
    }

    private KafkaProducer<String, String> producer(String clientId) {
        Properties settings = settings(clientId);
        settings.put("linger.ms", "50");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Partitions in turn, so that every one of them lives. */
    private static ProducerRecord<String, String> record(Topic topic, int number, long at) {
        String amount = (5 + number % 200) + ".90";
        String value = topic == ORDERS
                ? "{\"order\":" + number + ",\"customer\":" + number % 97 + ",\"total\":" + amount + "}"
                : number == BAD_PAYMENT ? "12,50 EUR" : amount;
        return new ProducerRecord<>(topic.name, number % topic.partitions, at, "order-" + number, value);
    }

    // ---- groups -------------------------------------------------------------------------------------------------

    private enum Work { QUICK, SLOW, READS_AMOUNT }

    /** What a group is and does; `size` counts its members. */
    private record Life(String name, String about, int size, List<String> topics, String protocol, Work work) {}

    private final class Group {
        final Life life;
        final List<Member> members = new ArrayList<>();

        Group(Life life) {
            this.life = life;
        }

        boolean running() {
            return !members.isEmpty();
        }

        /** Starts the members and waits until each has its assignment. */
        void start() throws InterruptedException {
            if (running()) {
                say(event("error").put("message", life.name + " is running already."));
                return;
            }
            for (int i = 1; i <= life.size; i++) {
                Properties settings = settings(life.name + "-" + i);
                settings.put("group.id", life.name);
                settings.put("auto.offset.reset", "earliest");
                settings.put("enable.auto.commit", "false");
                if (life.protocol.equals("consumer")) settings.put("group.protocol", "consumer");
                if (life.work == Work.SLOW) {
                    // Little at a time of every partition, so that all fall behind alike.
                    settings.put("max.poll.records", "10");
                    settings.put("max.partition.fetch.bytes", "1024");
                }
                members.add(new Member(life, settings));
            }
            for (Member member : members) member.start();
            for (Member member : members) member.joined.await(30, TimeUnit.SECONDS);
            say(event("started").put("group", life.name).put("members", life.size));
        }

        /** Has the members leave the group, and waits for it. */
        void stop() throws InterruptedException {
            if (!running()) return;
            for (Member member : members) member.end();
            for (Member member : members) member.join(15_000);
            members.clear();
            say(event("stopped").put("group", life.name));
        }
    }

    private static final class Member extends Thread implements ConsumerRebalanceListener {
        final CountDownLatch joined = new CountDownLatch(1);
        final KafkaConsumer<String, String> consumer;
        final Life life;
        volatile long handled;
        private volatile boolean over;
        private boolean toldStuck;

        Member(Life life, Properties settings) {
            super(settings.getProperty("client.id"));
            this.life = life;
            this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        }

        /** Handles one partition's records and returns the offset to commit, -1 for none. */
        private long handle(TopicPartition at, List<ConsumerRecord<String, String>> records) {
            long next = -1;
            for (var record : records) {
                if (over) break;
                if (life.work == Work.SLOW) pause(100);
                if (life.work == Work.READS_AMOUNT && !reads(record)) {
                    consumer.seek(at, record.offset());
                    break;
                }
                next = record.offset() + 1;
            }
            return next;
        }

        private boolean reads(ConsumerRecord<String, String> record) {
            try {
                Double.parseDouble(record.value());
                return true;
            } catch (NumberFormatException error) {
                if (!toldStuck)
                    say(event("stuck").put("group", life.name).put("topic", record.topic())
                            .put("partition", record.partition()).put("offset", record.offset())
                            .put("why", error.getMessage()));
                toldStuck = true;
                return false;
            }
        }

        @Override
        public void run() {
            consumer.subscribe(life.topics, this);
            try {
                while (!over) {
                    var polled = consumer.poll(Duration.ofMillis(500));
                    var commits = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
                    for (TopicPartition at : polled.partitions()) {
                        long next = handle(at, polled.records(at));
                        if (next >= 0) commits.put(at, new OffsetAndMetadata(next));
                    }
                    if (!commits.isEmpty()) consumer.commitSync(commits);
                    handled += polled.count();
                    pause(100);
                }
            } catch (WakeupException woken) {
                if (!over) throw woken;
            } catch (RuntimeException error) {
                say(event("error").put("message", getName() + ": " + error));
            } finally {
                consumer.close();
            }
        }

        void end() {
            over = true;
            consumer.wakeup();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (life.work == Work.SLOW) beginBehind(partitions);
            joined.countDown();
        }

        /** At its very first start the slow group is some way behind already. */
        private void beginBehind(Collection<TopicPartition> partitions) {
            var ends = consumer.endOffsets(partitions);
            var first = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
            consumer.committed(Set.copyOf(partitions)).forEach((at, commit) -> {
                if (commit != null) return;
                long offset = Math.max(0, ends.get(at) - 100);
                consumer.seek(at, offset);
                first.put(at, new OffsetAndMetadata(offset));
            });
            if (!first.isEmpty()) consumer.commitSync(first);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
    }

    // ---- small things -------------------------------------------------------------------------------------------

    private Properties settings(String clientId) {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("client.id", clientId);
        return settings;
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode event(String name) {
        return JSON.createObjectNode().put("event", name);
    }

    private static synchronized void say(ObjectNode event) {
        System.out.println(event);
        System.out.flush();
    }
}
