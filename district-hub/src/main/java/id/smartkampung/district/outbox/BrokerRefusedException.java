package id.smartkampung.district.outbox;

import id.smartkampung.model.log.NodeId;

/** The broker did not answer, or has no users and rules; nothing is known to have changed there. */
public class BrokerRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BrokerRefusedException(String what, NodeId node, Throwable cause) {
        super("the broker did not " + what + " the user of village " + node + ": " + cause, cause);
    }
}
