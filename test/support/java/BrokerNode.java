import org.apache.kafka.common.utils.Exit;

/**
 * Formats a node's storage and then runs the node, in one JVM: a test's broker is up a JVM start earlier.
 * Arguments: the cluster's id and the path of server.properties.
 */
public final class BrokerNode {
    /** Thrown in place of the exit that Kafka's storage tool ends with. */
    private static final class Formatted extends RuntimeException {
        private final int status;

        Formatted(int status) {
            this.status = status;
        }
    }

    private BrokerNode() {}

    public static void main(String[] args) throws Exception {
        Exit.setExitProcedure((status, message) -> {
            throw new Formatted(status);
        });
        try {
            kafka.tools.StorageTool.main(new String[] {"format", "--ignore-formatted", "-t", args[0], "-c", args[1]});
        } catch (Formatted formatted) {
            if (formatted.status != 0) System.exit(formatted.status);
        }
        Exit.resetExitProcedure();
        kafka.Kafka.main(new String[] {args[1]});
    }
}
