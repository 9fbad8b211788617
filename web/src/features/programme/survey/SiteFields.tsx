import { Checkbox, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { useForm } from "./form";
import { Said } from "./Said";
import styles from "./survey.module.css";
import { type Device, type Item, NO_SITE, type Network, type Place, type Site } from "./types";

/** What there is at one site: the nine devices, several of them or none, and the network. */
export function SiteFields({ place }: { place: Place }) {
  const { t } = useTranslation();
  const { answers, change, asked } = useForm();
  const site = { ...NO_SITE, ...answers.sites[place.id] };
  const set = (part: Partial<Site>) =>
    change({ sites: { ...answers.sites, [place.id]: { ...site, ...part } } });
  const setDevice = (code: string, device: Device | null) => {
    const { [code]: _, ...others } = site.devices;
    set({ devices: device ? { ...others, [code]: device } : others, has_none: false });
  };
  return (
    <Card title={t("surveys.devicesAt", { place: place.name })}>
      <div className={styles.items}>
        {asked.devices.map((item) => (
          <DeviceField
            key={item.code}
            item={item}
            path={`sites.${place.id}.${item.code}`}
            value={site.devices[item.code]}
            onChange={(device) => setDevice(item.code, device)}
          />
        ))}
        <Checkbox
          className={styles.choice}
          checked={site.has_none}
          onChange={({ target }) => set({ has_none: target.checked, devices: {} })}
        >
          {t("surveys.noneOfThese")}
        </Checkbox>
        <Said at={`sites.${place.id}.devices`} />
      </div>
      <NetworkFields
        label={t("surveys.networkAt", { place: place.name })}
        value={{ ...NO_SITE.network, ...site.network }}
        onChange={(network) => set({ network })}
      />
      <Said at={`sites.${place.id}.network`} />
    </Card>
  );
}

interface DeviceFieldProps {
  item: Item;
  path: string;
  value: Device | undefined;
  onChange: (device: Device | null) => void;
}

function DeviceField({ item, path, value, onChange }: DeviceFieldProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Checkbox
        className={styles.choice}
        checked={value !== undefined}
        onChange={({ target }) => onChange(target.checked ? { count: 1, remark: "" } : null)}
      >
        <span className={styles.code}>{item.code}</span> {item.words}
      </Checkbox>
      {value && (
        <div className={styles.details}>
          <InputNumber
            aria-label={t("surveys.countOf", { what: item.words })}
            min={1}
            max={9999}
            precision={0}
            value={value.count}
            prefix={t("surveys.count")}
            onChange={(count) => onChange({ ...value, count })}
          />
          <Input
            aria-label={t("surveys.remarkOn", { what: item.words })}
            placeholder={item.hint}
            maxLength={200}
            value={value.remark}
            onChange={({ target }) => onChange({ ...value, remark: target.value })}
          />
        </div>
      )}
      <Said at={path} />
    </div>
  );
}

interface NetworkFieldsProps {
  label: string;
  value: Network;
  onChange: (network: Network) => void;
}

function NetworkFields({ label, value, onChange }: NetworkFieldsProps) {
  const { t } = useTranslation();
  const { asked } = useForm();
  const set = (part: Partial<Network>) => onChange({ ...value, ...part });
  const speed = (name: "down_mbps" | "up_mbps", words: string) => (
    <InputNumber
      aria-label={`${label} · ${words}`}
      min={0}
      max={100_000}
      precision={0}
      prefix={words}
      suffix="Mbps"
      value={value[name]}
      onChange={(mbps) => set({ [name]: mbps })}
    />
  );
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.network}>
        <Select
          aria-label={label}
          placeholder={t("surveys.choose")}
          value={value.kind || undefined}
          options={asked.networks.map(({ code, words }) => ({ value: code, label: words }))}
          onChange={(kind: Network["kind"]) => set({ kind })}
        />
        {speed("down_mbps", t("surveys.down"))}
        {speed("up_mbps", t("surveys.up"))}
      </div>
      <Input
        aria-label={t("surveys.networkRemark")}
        placeholder={t("surveys.networkRemark")}
        maxLength={200}
        value={value.remark}
        onChange={({ target }) => set({ remark: target.value })}
      />
    </fieldset>
  );
}
