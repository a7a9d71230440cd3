import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records, one by one: produced, read by Kafka's own consumer, and laid out as Kafka itself lays them out. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** Produces {"topic", "partition", "records": [{"key", "value", "timestamp", "headers"}]}; bytes are base64, or null. */
    static JsonNode send(JsonNode r, Properties settings) throws Exception {
        String transaction = r.has("transaction") ? r.get("transaction").asText() : "none";
        if (!transaction.equals("none")) settings.put("transactional.id", "records-" + System.nanoTime());
        settings.putIfAbsent("linger.ms", "5");
        var serializer = new ByteArraySerializer();
        ArrayNode offsets = JSON.createArrayNode();
        var producer = new KafkaProducer<>(settings, serializer, serializer);
        try {
            if (!transaction.equals("none")) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            var sent = new ArrayList<java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata>>();
            for (JsonNode each : r.get("records")) {
                var record = new ProducerRecord<>(r.get("topic").asText(), r.get("partition").asInt(),
                        each.has("timestamp") ? Long.valueOf(each.get("timestamp").asLong()) : null,
                        bytes(each.get("key")), bytes(each.get("value")));
                if (each.has("headers"))
                    for (JsonNode header : each.get("headers"))
                        record.headers().add(new RecordHeader(header.get("key").asText(), bytes(header.get("value"))));
                sent.add(producer.send(record));
            }
            producer.flush();
            for (var each : sent) offsets.add(Long.toString(each.get().offset()));
            if (transaction.equals("commit")) producer.commitTransaction();
            if (transaction.equals("abort")) producer.abortTransaction();
        } finally {
            producer.close(transaction.equals("open") ? Duration.ZERO : Duration.ofSeconds(10));
        }
        return offsets;
    }

    /** What Kafka's own consumer reads from {"topic", "partition", "offset"} to the end, without a group. */
    static JsonNode read(JsonNode r, Properties settings) {
        settings.put("isolation.level", r.get("isolation").asText());
        settings.put("enable.auto.commit", "false");
        var at = new TopicPartition(r.get("topic").asText(), r.get("partition").asInt());
        ArrayNode rows = JSON.createArrayNode();
        var deserializer = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
            consumer.assign(List.of(at));
            consumer.seek(at, r.get("offset").asLong());
            long end = consumer.endOffsets(List.of(at)).get(at);
            while (consumer.position(at) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    ObjectNode row = rows.addObject().put("offset", Long.toString(record.offset()));
                    row.put("timestamp", record.timestamp()).put("timestampType", record.timestampType().name);
                    row.put("key", text(record.key())).put("value", text(record.value()));
                    ArrayNode headers = row.putArray("headers");
                    record.headers().forEach(each ->
                            headers.addObject().put("key", each.key()).put("value", text(each.value())));
                }
            }
        }
        return rows;
    }

    /** The bytes of one batch of {"magic", "codec", "offset", "records"}, in a format that brokers no longer write too. */
    static JsonNode layOut(JsonNode r) throws Exception {
        Class<?> simple = own("SimpleRecord");
        var make = simple.getConstructor(long.class, byte[].class, byte[].class);
        Object records = Array.newInstance(simple, r.get("records").size());
        for (int i = 0; i < r.get("records").size(); i++) {
            JsonNode each = r.get("records").get(i);
            Array.set(records, i, make.newInstance(each.get("timestamp").asLong(), bytes(each.get("key")), bytes(each.get("value"))));
        }
        Class<?> types = own("CompressionType");
        Object type = types.getMethod("forName", String.class).invoke(null, r.get("codec").asText());
        Object builder = Compression.class.getMethod("of", types).invoke(null, type);
        Compression compression = (Compression) Compression.Builder.class.getMethod("build").invoke(builder);
        Object laidOut = own("MemoryRecords")
                .getMethod("withRecords", byte.class, long.class, Compression.class, TimestampType.class, records.getClass())
                .invoke(null, (byte) r.get("magic").asInt(), r.get("offset").asLong(), compression,
                        TimestampType.CREATE_TIME, records);
        ByteBuffer buffer = (ByteBuffer) laidOut.getClass().getMethod("buffer").invoke(laidOut);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return JSON.createObjectNode().put("bytes", text(bytes));
    }

    /** Kafka 4.2 moved these classes. */
    private static Class<?> own(String name) throws ClassNotFoundException {
        try {
            return Class.forName("org.apache.kafka.common.record." + name);
        } catch (ClassNotFoundException moved) {
            return Class.forName("org.apache.kafka.common.record.internal." + name);
        }
    }

    private static byte[] bytes(JsonNode value) {
        return value == null || value.isNull() ? null : Base64.getDecoder().decode(value.asText());
    }

    private static String text(byte[] value) {
        return value == null ? null : Base64.getEncoder().encodeToString(value);
    }
}
