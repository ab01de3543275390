package dev.assay.route.sftp;

import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpEndpointConfigurer;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.PropertyConfigurer;

/// Camel's `sftp:` component for accounts that vendors' files name: server, account, keys and passwords come from
/// there and stand in no URI. What follows the scheme is the id of the source.
@SuppressWarnings("rawtypes") // as Camel declares what is overridden
public final class SftpAccounts extends SftpComponent {

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) {
        return new AccountEndpoint(uri, this);
    }

    /// Camel finds it by the name of the component's class, which is another here.
    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new SftpEndpointConfigurer();
    }

    /// Its poll strategy is the account's [AccountPoll].
    static final class AccountEndpoint extends SftpEndpoint {
        AccountEndpoint(String uri, SftpComponent component) {
            super(uri, component, new SftpConfiguration());
        }

        /// Camel sets one of its own first.
        @Override
        public void setPollStrategy(PollingConsumerPollStrategy strategy) {
            if (strategy instanceof AccountPoll poll) {
                poll.configure(configuration);
            }
            super.setPollStrategy(strategy);
        }

        @Override
        public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
            AccountOperations operations = new AccountOperations(account(getPollStrategy()));
            operations.setEndpoint(this);
            return operations;
        }

        private static AccountPoll account(PollingConsumerPollStrategy strategy) {
            if (strategy instanceof AccountPoll poll) {
                return poll;
            }
            throw new IllegalArgumentException("An sftp: endpoint names its account as pollStrategy");
        }
    }
}
