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
import java.util.concurrent.ExecutionException;
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
import org.apache.kafka.common.errors.TopicExistsException;
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
    private static final int ORDERS_PER_SECOND = 30;
    private static final int PAYMENTS_PER_SECOND = 6;
    /** Records that stand in the log at the start, their timestamps spread over the hour before. */
    private static final int PAST_ORDERS = 1_800;
    private static final int PAST_PAYMENTS = 360;
    /** Which of the past payments has an amount that is no number. */
    private static final int BAD_PAYMENT = 150;

    private final String bootstrap;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private LiveGroups(String bootstrap) {
        this.bootstrap = bootstrap;
        add(new Group("shipping", "keeps up", 2, List.of("orders"), "classic", KeepingUp::new));
        add(new Group("billing", "falls behind", 2, List.of("orders"), "classic", FallingBehind::new));
        add(new Group("ledger", "is stuck on one partition", 1, List.of("payments"), "classic", Stuck::new));
        add(new Group("audit", "was stopped a while ago", 1, List.of("orders", "payments"), "classic", KeepingUp::new));
        add(new Group("search-indexer", "keeps up on the new protocol", 2, List.of("orders"), "consumer", KeepingUp::new));
    }

    public static void main(String[] args) throws Exception {
        var shop = new LiveGroups(args[0]);
        shop.createTopics();
        shop.produceThePast();
        for (String topic : List.of("orders", "payments")) shop.produceForEver(topic);
        // Audit works first, alone, reads the whole past, and is then closed; the others stay.
        shop.groups.get("audit").start();
        Thread.sleep(3_000);
        shop.groups.get("audit").stop();
        for (Group group : shop.groups.values()) if (!group.name.equals("audit")) group.start();
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

    private void add(Group group) {
        groups.put(group.name, group);
    }

    private void obey(String[] words) throws Exception {
        if (words[0].equals("list")) {
            ObjectNode list = event("list");
            var rows = list.putArray("groups");
            for (Group group : groups.values())
                rows.addObject().put("group", group.name).put("about", group.about).put("running", group.running());
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
            for (var topic : List.of(topic("orders", 6), topic("payments", 3))) {
                try {
                    admin.createTopics(List.of(topic)).all().get();
                } catch (ExecutionException error) {
                    if (!(error.getCause() instanceof TopicExistsException)) throw error;
                }
            }
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private void produceThePast() {
        try (var producer = producer("shop-past")) {
            long now = System.currentTimeMillis();
            long hour = TimeUnit.HOURS.toMillis(1);
            for (int i = 0; i < PAST_ORDERS; i++)
                producer.send(order(i, now - hour + i * (hour / PAST_ORDERS)));
            for (int i = 0; i < PAST_PAYMENTS; i++)
                producer.send(payment(i, now - hour + i * (hour / PAST_PAYMENTS)));
        }
    }

    private void produceForEver(String topic) {
        boolean orders = topic.equals("orders");
        long pauseMs = 1_000 / (orders ? ORDERS_PER_SECOND : PAYMENTS_PER_SECOND);
        var thread = new Thread(() -> {
            var producer = producer("shop-" + topic);
            for (int i = orders ? PAST_ORDERS : PAST_PAYMENTS; ; i++) {
                long now = System.currentTimeMillis();
                producer.send(orders ? order(i, now) : payment(i, now));
                pause(pauseMs);
            }
        }, "produce " + topic);
        thread.setDaemon(true);
        thread.start();
    }

    private KafkaProducer<String, String> producer(String clientId) {
        Properties settings = settings(clientId);
        settings.put("linger.ms", "50");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Partitions in turn, so that every one of them lives. */
    private static ProducerRecord<String, String> order(int number, long at) {
        String value = "{\"order\":" + number + ",\"customer\":" + number % 97 + ",\"total\":" + (5 + number % 200) + ".90}";
        return new ProducerRecord<>("orders", number % 6, at, "order-" + number, value);
    }

    private static ProducerRecord<String, String> payment(int number, long at) {
        String amount = number == BAD_PAYMENT ? "12,50 EUR" : (5 + number % 200) + ".90";
        return new ProducerRecord<>("payments", number % 3, at, "order-" + number, amount);
    }

    // ---- groups -------------------------------------------------------------------------------------------------

    private interface Maker {
        Member make(Group group, Properties settings);
    }

    private final class Group {
        final String name;
        final String about;
        private final int size;
        private final List<String> topics;
        private final String protocol;
        private final Maker maker;
        private final List<Member> members = new ArrayList<>();

        Group(String name, String about, int size, List<String> topics, String protocol, Maker maker) {
            this.name = name;
            this.about = about;
            this.size = size;
            this.topics = topics;
            this.protocol = protocol;
            this.maker = maker;
        }

        boolean running() {
            return !members.isEmpty();
        }

        /** Starts the members and waits until each has its assignment. */
        void start() throws InterruptedException {
            if (running()) {
                say(event("error").put("message", name + " is running already."));
                return;
            }
            for (int i = 1; i <= size; i++) {
                Properties settings = settings(name + "-" + i);
                settings.put("group.id", name);
                settings.put("auto.offset.reset", "earliest");
                settings.put("enable.auto.commit", "false");
                if (protocol.equals("consumer")) settings.put("group.protocol", "consumer");
                Member member = maker.make(this, settings);
                members.add(member);
                member.start();
            }
            for (Member member : members) member.joined.await(30, TimeUnit.SECONDS);
            say(event("started").put("group", name).put("members", size));
        }

        /** Has the members leave the group, and waits for it. */
        void stop() throws InterruptedException {
            if (!running()) return;
            for (Member member : members) member.end();
            for (Member member : members) member.join(15_000);
            members.clear();
            say(event("stopped").put("group", name));
        }
    }

    private abstract static class Member extends Thread implements ConsumerRebalanceListener {
        final CountDownLatch joined = new CountDownLatch(1);
        final KafkaConsumer<String, String> consumer;
        final Group group;
        private volatile boolean over;

        Member(Group group, Properties settings) {
            super(settings.getProperty("client.id"));
            this.group = group;
            this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        }

        /** Handles one partition's records and returns the offset to commit, -1 for none. */
        abstract long handle(TopicPartition at, List<ConsumerRecord<String, String>> records);

        @Override
        public final void run() {
            consumer.subscribe(group.topics, this);
            try {
                while (!over) {
                    var polled = consumer.poll(Duration.ofMillis(500));
                    var commits = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
                    for (TopicPartition at : polled.partitions()) {
                        long next = handle(at, polled.records(at));
                        if (next >= 0) commits.put(at, new OffsetAndMetadata(next));
                    }
                    if (!commits.isEmpty()) consumer.commitSync(commits);
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

        final void end() {
            over = true;
            consumer.wakeup();
        }

        final boolean ending() {
            return over;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            joined.countDown();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
    }

    private static final class KeepingUp extends Member {
        KeepingUp(Group group, Properties settings) {
            super(group, settings);
        }

        @Override
        long handle(TopicPartition at, List<ConsumerRecord<String, String>> records) {
            return records.get(records.size() - 1).offset() + 1;
        }
    }

    private static final class FallingBehind extends Member {
        FallingBehind(Group group, Properties settings) {
            super(group, few(settings));
        }

        /** Little at a time of every partition, so that all fall behind alike. */
        private static Properties few(Properties settings) {
            settings.put("max.poll.records", "10");
            settings.put("max.partition.fetch.bytes", "1024");
            return settings;
        }

        /** At its very first start it is some way behind already. */
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            var ends = consumer.endOffsets(partitions);
            var first = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
            consumer.committed(Set.copyOf(partitions)).forEach((at, commit) -> {
                if (commit != null) return;
                long offset = Math.max(0, ends.get(at) - 100);
                consumer.seek(at, offset);
                first.put(at, new OffsetAndMetadata(offset));
            });
            if (!first.isEmpty()) consumer.commitSync(first);
            super.onPartitionsAssigned(partitions);
        }

        @Override
        long handle(TopicPartition at, List<ConsumerRecord<String, String>> records) {
            long next = -1;
            for (var record : records) {
                if (ending()) break;
                pause(100);
                next = record.offset() + 1;
            }
            return next;
        }
    }

    private static final class Stuck extends Member {
        private long told;

        Stuck(Group group, Properties settings) {
            super(group, settings);
        }

        @Override
        long handle(TopicPartition at, List<ConsumerRecord<String, String>> records) {
            long next = -1;
            for (var record : records) {
                try {
                    Double.parseDouble(record.value());
                    next = record.offset() + 1;
                } catch (NumberFormatException error) {
                    consumer.seek(at, record.offset());
                    if (told++ == 0)
                        say(event("stuck").put("group", group.name).put("topic", at.topic())
                                .put("partition", at.partition()).put("offset", record.offset())
                                .put("why", error.getMessage()));
                    break;
                }
            }
            return next;
        }
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
