import type { TerminalOrder, TerminalZoneOrder } from '../../../features/terminals/terminals.api.ts';
import type { HeaderLayout } from '../header.ts';
import { parametersId } from '../messages/0104-parameters.ts';
import { locationAnswerId } from '../messages/0201-location-answer.ts';
import { encodeParameterItems } from '../parameter-items.ts';
import { encodeTextOrder, textId } from './8300-text.ts';
import { circleId, encodeArea, rectangleId } from './8600-areas.ts';
import { deleteIds, encodeDeletion } from './8601-delete-zones.ts';
import { encodePolygon, polygonId } from './8604-polygon.ts';
import { encodeRoute, routeId } from './8606-route.ts';

/** 设置终端参数, 查询终端参数, 位置信息查询: JT/T 808-2013 §8.9, §8.10, §8.19. The latter two have no body. */
export const setParametersId = 0x8103;
export const readParametersId = 0x8104;
export const locateId = 0x8201;

export type OrderMessage = {
  readonly messageId: number;
  readonly body: Uint8Array;
  /** The message that answers it; undefined where the terminal's general reply is all there is. */
  readonly answerId?: number;
};

const none = new Uint8Array(0);

/** An order as one message. */
export function encodeOrder(order: TerminalOrder, layout: HeaderLayout): OrderMessage {
  switch (order.kind) {
    case 'text': return { messageId: textId, body: encodeTextOrder(order, layout) };
    case 'set-parameters': return { messageId: setParametersId, body: encodeParameterItems(order.values) };
    case 'read-parameters': return { messageId: readParametersId, body: none, answerId: parametersId };
    case 'locate': return { messageId: locateId, body: none, answerId: locationAnswerId };
    case 'set-zone': return encodeZone(order.zone, layout);
    case 'delete-zone': return { messageId: deleteIds[order.shape], body: encodeDeletion(order.id) };
  }
}

function encodeZone(zone: TerminalZoneOrder, layout: HeaderLayout): OrderMessage {
  const { shape } = zone;
  switch (shape.kind) {
    case 'circle': return { messageId: circleId, body: encodeArea(zone, shape, layout) };
    case 'rectangle': return { messageId: rectangleId, body: encodeArea(zone, shape, layout) };
    case 'polygon': return { messageId: polygonId, body: encodePolygon(zone, shape, layout) };
    case 'route': return { messageId: routeId, body: encodeRoute(zone, shape, layout) };
  }
}
