import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/** Kafka's own commands, run without leaving the JVM. */
final class Tools {
    private Tools() {}

    /** Thrown in place of the exit that a command ends with. */
    private static final class ToolExit extends RuntimeException {
        ToolExit() {
            super("exit", null, false, false);
        }
    }

    /**
     * Runs a command's main with {"main", "args"} of the request, and answers {"status", "stdout", "stderr"}. Only one
     * at a time: the commands print to the JVM's one stdout.
     */
    static JsonNode run(JsonNode r, String bootstrap) throws Exception {
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
        return JsonNodeFactory.instance.objectNode()
                .put("status", Math.max(0, status[0]))
                .put("stdout", out.toString(StandardCharsets.UTF_8))
                .put("stderr", err.toString(StandardCharsets.UTF_8));
    }
}
